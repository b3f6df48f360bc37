namespace LlmAspects.Shared;

/// <summary>Which names promise a secret, word by word.</summary>
internal static class TagSecretRules
{
    private static readonly string[] Secrets =
    [
        "apikey", "apikeys", "api_key", "api_keys", "password", "passwords", "secret", "secrets",
        "authorization", "credential", "credentials", "connectionstring", "connection_string", "connection_strings",
    ];

    public static bool LooksSecret(string name)
    {
        var words = "_" + SnakeCase.Of(name) + "_";
        return !words.EndsWith("_count_", StringComparison.Ordinal) && !words.EndsWith("_length_", StringComparison.Ordinal)
            && (IsToken(words) || Secrets.Any(secret => words.Contains("_" + secret + "_")));
    }

    // What follows the word tells a property of tokens: token_limit. Of models, "tokens" are text.
    private static bool IsToken(string words) =>
        words.EndsWith("_token_", StringComparison.Ordinal) && !words.EndsWith("_cancellation_token_", StringComparison.Ordinal);
}
