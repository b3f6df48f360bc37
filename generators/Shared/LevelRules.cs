using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace LlmAspects.Shared;

/// <summary>Which methods are traced: those at the level of their assembly and above.</summary>
internal static class LevelRules
{
    /// <summary>The levels in the order of <c>LlmAspects.AspectLevel</c>.</summary>
    public static readonly ImmutableArray<string> Levels = ["Trace", "Debug", "Information", "None"];

    private const int DefaultLevel = 2;
    private const int NoLevel = 3;

    /// <summary>Why a level is ignored, and what to do; null when it is usable.</summary>
    public static string? FindProblem(int level) =>
        level == NoLevel ? "no method has this level; remove [TracePerformance], or give the assembly a level"
        : level < 0 || level > NoLevel ? "the value is no AspectLevel; use one of its members"
        : null;

    public static bool IsTraced(AttributeData tracePerformance, AspectSymbols symbols) => symbols.MinimumLevel == 0 || LevelOf(tracePerformance) >= symbols.MinimumLevel;

    private static int LevelOf(AttributeData tracePerformance) =>
        AspectOptionRules.ValueOf(tracePerformance, "Level") is int level && FindProblem(level) is null ? level : DefaultLevel;
}
