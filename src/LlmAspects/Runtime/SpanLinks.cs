using System.ComponentModel;
using System.Diagnostics;

namespace LlmAspects.Runtime;

/// <summary>Links a span to the spans that a parameter names. Not meant for hand-written code.</summary>
/// <remarks>No member throws; what is no valid span is left out. All members may be called from any thread.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class SpanLinks
{
    /// <summary>Adds a link to a span.</summary>
    /// <param name="span">The span of the call; <see langword="null"/> without one.</param>
    /// <param name="target">What to link to; <see langword="null"/> for nothing.</param>
    public static void Add(Activity? span, Activity? target) => Add(span, target is { IdFormat: ActivityIdFormat.W3C } ? target.Context : default);

    /// <summary>Adds a link to a span.</summary>
    /// <param name="span">The span of the call; <see langword="null"/> without one.</param>
    /// <param name="target">What to link to; <see langword="null"/> for nothing.</param>
    public static void Add(Activity? span, ActivityContext? target) => Add(span, new ActivityLink(target.GetValueOrDefault()));

    /// <summary>Adds a link to a span.</summary>
    /// <param name="span">The span of the call; <see langword="null"/> without one.</param>
    /// <param name="target">The link; <see langword="null"/> for nothing.</param>
    public static void Add(Activity? span, ActivityLink? target)
    {
        if (span is { IsAllDataRequested: true } && target is { } link && link.Context.TraceId != default)
        {
            span.AddLink(link);
        }
    }

    /// <summary>Adds links to a span.</summary>
    /// <param name="span">The span of the call; <see langword="null"/> without one.</param>
    /// <param name="targets">What to link to; <see langword="null"/> for nothing.</param>
    public static void Add(Activity? span, IEnumerable<Activity?>? targets) => AddAll(span, targets, Add);

    /// <summary>Adds links to a span.</summary>
    /// <param name="span">The span of the call; <see langword="null"/> without one.</param>
    /// <param name="targets">What to link to; <see langword="null"/> for nothing.</param>
    public static void Add(Activity? span, IEnumerable<ActivityContext>? targets) => AddAll(span, targets, static (span, target) => Add(span, target));

    /// <summary>Adds links to a span.</summary>
    /// <param name="span">The span of the call; <see langword="null"/> without one.</param>
    /// <param name="targets">What to link to; <see langword="null"/> for nothing.</param>
    public static void Add(Activity? span, IEnumerable<ActivityLink>? targets) => AddAll(span, targets, static (span, target) => Add(span, target));

    private static void AddAll<T>(Activity? span, IEnumerable<T>? targets, Action<Activity?, T> add)
    {
        if (span is not { IsAllDataRequested: true } || targets is null)
        {
            return;
        }

        try
        {
            foreach (var target in targets)
            {
                add(span, target);
            }
        }
        catch (Exception fault)
        {
            // The user's own sequence may throw.
            RuntimeFaults.Note(fault);
        }
    }
}
