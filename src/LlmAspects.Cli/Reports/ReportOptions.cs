namespace LlmAspects.Cli.Reports;

/// <summary>What the command line of <c>report</c> said.</summary>
internal sealed record ReportOptions
{
    /// <summary>The report as JSON.</summary>
    public required string Path { get; init; }

    /// <summary>The page that is written; <see langword="null"/> for none.</summary>
    public string? Html { get; init; }

    /// <summary>The Markdown file that is written; <see langword="null"/> for none.</summary>
    public string? Markdown { get; init; }

    /// <summary>Whether a file that is no report of this tool is written over.</summary>
    public bool Force { get; init; }
}
