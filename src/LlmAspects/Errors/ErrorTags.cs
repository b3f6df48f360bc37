using LlmAspects.Runtime;

namespace LlmAspects.Errors;

/// <summary>Gathers the tags of an error on its way out.</summary>
internal static class ErrorTags
{
    internal const int MaximumCount = 64;

    /// <summary>The facts of an exception, bounded as messages are.</summary>
    internal static IReadOnlyDictionary<string, string> Of(IReadOnlyDictionary<string, string> context) =>
        context.Take(MaximumCount).ToDictionary(static fact => fact.Key, static fact => ErrorMessage.Clean(fact.Value), StringComparer.Ordinal).AsReadOnly();

    /// <summary>Adds the tags of an operation further out; the inner one of two names stays.</summary>
    internal static IReadOnlyDictionary<string, string> Join(IReadOnlyDictionary<string, string> inner, KeyValuePair<string, object?>[]? outer)
    {
        if (outer is null or [])
        {
            return inner;
        }

        var joined = new Dictionary<string, string>(inner, StringComparer.Ordinal);
        foreach (var (name, value) in outer)
        {
            if (value is not null && joined.Count < MaximumCount)
            {
                joined.TryAdd(name, TagWriter.TextOf(value));
            }
        }

        return joined.AsReadOnly();
    }
}
