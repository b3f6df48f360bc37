using System.Text;
using LlmAspects.Shared;

namespace LlmAspects.Analyzers.Configuration;

/// <summary>What a name in snake_case is: words of small letters and digits, joined by single underscores.</summary>
internal static class SnakeCaseRules
{
    /// <summary>The name in snake_case; null when it is so already, or has nothing to make one of.</summary>
    public static string? FindBetter(string name)
    {
        var better = JoinWords(SnakeCase.Of(name));
        return better.Length > 0 && better != name ? better : null;
    }

    private static string JoinWords(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
            {
                words.Append(char.ToLowerInvariant(character));
            }
            else if (words.Length > 0 && words[words.Length - 1] != '_')
            {
                words.Append('_');
            }
        }

        return words.ToString().TrimEnd('_');
    }
}
