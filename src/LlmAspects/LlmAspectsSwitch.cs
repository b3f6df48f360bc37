using System.Diagnostics.CodeAnalysis;

namespace LlmAspects;

/// <summary>Turns everything that the aspects record off, for a whole process.</summary>
/// <remarks>
/// Off when the feature switch <c>LlmAspects.Enabled</c> is <see langword="false"/> (runtimeconfig or
/// <c>RuntimeHostConfigurationOption</c>; with <c>Trim="true"</c> the trimmer removes the runtime) or when the environment
/// variable <c>LLMASPECTS_DISABLED</c> is <c>1</c> or <c>true</c>. Read once, at first use.
/// </remarks>
public static class LlmAspectsSwitch
{
    internal const string FeatureName = "LlmAspects.Enabled";
    internal const string VariableName = "LLMASPECTS_DISABLED";

    /// <summary>Whether aspects record anything. The default is <see langword="true"/>.</summary>
    [FeatureSwitchDefinition(FeatureName)]
    public static bool IsEnabled { get; } = Read();

    private static bool Read() =>
        (!AppContext.TryGetSwitch(FeatureName, out var enabled) || enabled)
        && Environment.GetEnvironmentVariable(VariableName) is not ("1" or "true" or "True" or "TRUE");
}
