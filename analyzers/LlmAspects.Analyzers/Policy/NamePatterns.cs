using System.Collections.Immutable;

namespace LlmAspects.Analyzers.Policy;

/// <summary>Patterns for names; the last one that matches decides.</summary>
internal sealed class NamePatterns
{
    private readonly ImmutableArray<(string Text, bool Excludes)> _patterns;

    private NamePatterns(ImmutableArray<(string Text, bool Excludes)> patterns) => _patterns = patterns;

    /// <summary>Patterns that take every name.</summary>
    public static NamePatterns Everything { get; } = new([]);

    /// <summary>Reads patterns; null when one of them is blank, for nobody knows what was meant then.</summary>
    public static NamePatterns? TryRead(IReadOnlyCollection<string> patterns) =>
        patterns.Any(IsBlank) ? null : new([.. patterns.Select(static pattern => pattern.Trim()).Select(static pattern => (pattern.TrimStart('!').Trim(), pattern[0] == '!'))]);

    /// <summary>Whether a pattern has nothing that could match.</summary>
    public static bool IsBlank(string? pattern) => string.IsNullOrWhiteSpace(pattern?.Trim().TrimStart('!'));

    /// <summary>Whether a name is taken. Without a pattern that includes, every name is that none excludes.</summary>
    public bool Take(string name)
    {
        for (var i = _patterns.Length - 1; i >= 0; i--)
        {
            if (PatternRules.Matches(_patterns[i].Text, name))
            {
                return !_patterns[i].Excludes;
            }
        }

        return _patterns.All(static pattern => pattern.Excludes);
    }
}
