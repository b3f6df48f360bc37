using System.Collections.Frozen;

namespace LlmAspects.Components.Chunking;

/// <summary>Tells by its name whether a document is Markdown (or prose) or has lines with a meaning of their own.</summary>
internal static class DocumentFormat
{
    // In these a line that begins with # is a comment or a directive, never a heading.
    private static readonly FrozenSet<string> LineFormats =
        new[]
        {
            ".cs", ".fs", ".vb", ".c", ".h", ".cc", ".cpp", ".hpp", ".java", ".kt", ".js", ".ts", ".tsx", ".jsx", ".py", ".rb", ".pl", ".php", ".go", ".rs", ".swift", ".scala",
            ".sh", ".bash", ".zsh", ".ps1", ".r", ".jl", ".lua", ".sql", ".json", ".jsonl", ".xml", ".csproj", ".props", ".targets", ".sln", ".yml", ".yaml", ".toml", ".ini",
            ".cfg", ".conf", ".editorconfig", ".gitignore", ".csv", ".tsv", ".log", ".css", ".html", ".htm", ".dockerfile", ".mk", ".cmake", ".tf",
        }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsMarkdown(string documentId)
    {
        int dot = documentId.LastIndexOf('.');
        return dot < 0 || !LineFormats.Contains(documentId[dot..]);
    }
}
