namespace LlmAspects.Cli.Coverage;

/// <summary>How the coverage is written.</summary>
internal enum CoverageFormat
{
    /// <summary>Columns for people.</summary>
    Table,

    /// <summary>JSON for programs.</summary>
    Json,

    /// <summary>Markdown for a pull request or a summary of a build.</summary>
    Markdown,
}
