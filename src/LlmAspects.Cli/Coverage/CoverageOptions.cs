namespace LlmAspects.Cli.Coverage;

/// <summary>What the command line of <c>coverage</c> said.</summary>
internal sealed record CoverageOptions
{
    /// <summary>A solution, a project, or a folder that holds one of them.</summary>
    public required string Path { get; init; }

    public CoverageFormat Format { get; init; } = CoverageFormat.Table;

    /// <summary>The file that is written; <see langword="null"/> for standard output.</summary>
    public string? Output { get; init; }

    /// <summary>The least coverage in percent, from 0 to 100; <see langword="null"/> when any will do.</summary>
    public double? Min { get; init; }

    /// <summary>The configuration whose build output is looked at.</summary>
    public string Configuration { get; init; } = "Debug";

    /// <summary>Whether test projects count too.</summary>
    public bool IncludeTests { get; init; }

    /// <summary>Whether standard output is read by a program.</summary>
    public bool IsForProgram => Format != CoverageFormat.Table && Output is null;
}
