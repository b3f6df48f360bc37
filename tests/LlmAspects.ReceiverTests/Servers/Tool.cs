namespace LlmAspects.ReceiverTests.Servers;

/// <summary>A program that some tests need and that an environment variable leads to.</summary>
internal sealed record Tool(string Variable, string What)
{
    public static Tool OtlpReceiver { get; } = new("LLMASPECTS_OTLP_RECEIVER", "the command of the npm package autotel-devtools (Node 22 or newer)");

    public static Tool Prometheus { get; } = new("LLMASPECTS_PROMETHEUS", "the prometheus program");

    /// <summary>Why tests with the tool cannot run; <see langword="null"/> when they can.</summary>
    public string? Missing => File.Exists(Environment.GetEnvironmentVariable(Variable)) ? null : $"Set {Variable} to the path of {What}; .ci/run does.";

    /// <summary>The reason to skip a test: none in continuous integration, where it fails instead.</summary>
    public string? SkipReason => Environment.GetEnvironmentVariable("CI") == "true" ? null : Missing;

    public string Path => Missing is { } reason ? throw new InvalidOperationException(reason) : Environment.GetEnvironmentVariable(Variable)!;
}
