namespace LlmAspects.Cli.Documents;

/// <summary>Names that are never read, whatever they hold.</summary>
internal static class NameRules
{
    private static readonly HashSet<string> BuildFolders = new(StringComparer.OrdinalIgnoreCase) { "node_modules", "bin", "obj" };

    /// <summary>Why a name is left out, or <see langword="null"/> when it may be read.</summary>
    public static SkipReason? Check(string name, bool isFolder) => name switch
    {
        _ when IsSecret(name) => SkipReason.SecretName,
        ['.', ..] => SkipReason.Hidden,
        _ when isFolder && BuildFolders.Contains(name) => SkipReason.BuildOutput,
        _ => null,
    };

    private static bool IsSecret(string name) =>
        name.StartsWith(".env", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("id_", StringComparison.OrdinalIgnoreCase)
        || name.EndsWith(".pem", StringComparison.OrdinalIgnoreCase);
}
