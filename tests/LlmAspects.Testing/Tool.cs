namespace LlmAspects.Testing;

/// <summary>A program that some tests need and that an environment variable leads to.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="What">What it must lead to.</param>
public sealed record Tool(string Variable, string What)
{
    /// <summary>A receiver of telemetry with a query API.</summary>
    public static Tool OtlpReceiver { get; } = new("LLMASPECTS_OTLP_RECEIVER", "the command of the npm package autotel-devtools (Node 22 or newer)");

    /// <summary>A browser without a window.</summary>
    public static Tool Chromium { get; } = new("LLMASPECTS_CHROMIUM", "the chromium program");

    /// <summary>Rules of accessibility, as a script for a page.</summary>
    public static Tool Axe { get; } = new("LLMASPECTS_AXE", "axe.min.js of the npm package axe-core");

    /// <summary>A database of metrics that scrapes.</summary>
    public static Tool Prometheus { get; } = new("LLMASPECTS_PROMETHEUS", "the prometheus program");

    /// <summary>A key-value store that processes share.</summary>
    public static Tool Redis { get; } = new("LLMASPECTS_REDIS", "the redis-server program");

    /// <summary>PostgreSQL as one process that keeps its data in memory.</summary>
    public static Tool Pglite { get; } = new("LLMASPECTS_PGLITE", "the command of the npm package @electric-sql/pglite-socket, with @electric-sql/pglite-pgvector beside it");

    /// <summary>Why tests with the tool cannot run; <see langword="null"/> when they can.</summary>
    public string? Missing => File.Exists(Environment.GetEnvironmentVariable(Variable)) ? null : $"Set {Variable} to the path of {What}; .ci/run does.";

    /// <summary>The reason to skip a test: none in continuous integration, where it fails instead.</summary>
    public string? SkipReason => Environment.GetEnvironmentVariable("CI") == "true" ? null : Missing;

    /// <summary>The path of the program.</summary>
    /// <exception cref="InvalidOperationException">The environment does not lead to it.</exception>
    public string Path => Missing is { } reason ? throw new InvalidOperationException(reason) : Environment.GetEnvironmentVariable(Variable)!;
}
