using System.Diagnostics;

namespace LlmAspects.Runtime;

/// <summary>Puts tags on spans, and remembers those of the arguments for the error record: they are read once.</summary>
internal static class SpanTags
{
    private const string ArgumentsKey = "llmaspects.arguments";

    internal static void AddArguments(Activity activity, KeyValuePair<string, object?>[] tags)
    {
        activity.SetCustomProperty(ArgumentsKey, tags);
        Add(activity, tags);
    }

    internal static void Add(Activity activity, KeyValuePair<string, object?>[] tags)
    {
        foreach (var (name, value) in tags)
        {
            activity.SetTag(name, value);
        }
    }

    /// <summary>What was read at the beginning of the call; <see langword="null"/> when no span is recorded.</summary>
    internal static KeyValuePair<string, object?>[]? ArgumentsOf(Activity? activity) =>
        activity?.GetCustomProperty(ArgumentsKey) as KeyValuePair<string, object?>[];
}
