using System.Diagnostics;
using System.Globalization;
using LlmAspects.Runtime;

namespace LlmAspects.Tracing;

/// <summary>A node of a tree that is being recorded. Guarded by the lock of its recorder.</summary>
internal sealed class TraceSpan
{
    internal const int MaximumTagLength = 256;

    private readonly List<TraceSpan> _children = [];
    private readonly TraceSpan? _parent;
    private readonly int _depth;
    private TraceNode _node;
    private int _spans = 1;
    private int _dropped;
    private bool _isDropped;

    internal TraceSpan(Activity activity, TraceSpan? parent)
    {
        Root = parent?.Root ?? this;
        _parent = parent;
        _depth = parent is null ? 1 : parent._depth + 1;
        _node = new TraceNode
        {
            Name = activity.DisplayName,
            TraceId = activity.TraceId.ToHexString(),
            SpanId = activity.SpanId.ToHexString(),
            StartedAt = activity.StartTimeUtc,
        };
    }

    internal TraceSpan Root { get; }

    /// <summary>This span, or the nearest above it that is still in the tree.</summary>
    private TraceSpan Standing => _isDropped && _parent is { } parent ? parent.Standing : this;

    internal bool TryAdd(TraceSpan parent, TraceSpan child, int maximumSpans)
    {
        if (_spans >= maximumSpans || child._depth > TraceRecorder.MaximumDepth)
        {
            _dropped++;
            return false;
        }

        _spans++;
        parent.Standing._children.Add(child);
        return true;
    }

    internal void End(Activity activity)
    {
        var tags = activity.TagObjects.Where(tag => tag.Value is not null)
            .GroupBy(tag => tag.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => Format(group.Last().Value), StringComparer.Ordinal);
        tags.Remove(TelemetryNames.Component, out var component);
        tags.Remove(TelemetryNames.Operation, out var operation);
        tags.Remove(TelemetryNames.ErrorType, out var errorType);
        tags.Remove(TelemetryNames.Outcome, out var outcome);
        _node = _node with
        {
            Name = activity.DisplayName,
            Component = component,
            Operation = operation,
            DurationMilliseconds = activity.Duration.TotalMilliseconds,
            Outcome = OutcomeOf(activity, outcome),
            ErrorType = errorType,
            Tags = tags,
        };
    }

    /// <summary>Takes the span out of its tree; its children come up to its parent. A root takes its trace with it.</summary>
    internal void Drop()
    {
        _isDropped = true;
        if (_parent?.Standing is { } above)
        {
            var index = above._children.IndexOf(this);
            above._children.RemoveAt(index);
            above._children.InsertRange(index, _children);
            _children.Clear();
            Root._spans--;
        }
    }

    internal TraceNode ToNode() => _node with { Children = [.. _children.Select(child => child.ToNode())], DroppedSpans = _dropped };

    private static OperationOutcome OutcomeOf(Activity activity, string? tag) => tag switch
    {
        _ when activity.Status == ActivityStatusCode.Error => OperationOutcome.Failed,
        TelemetryNames.CancelledOutcome => OperationOutcome.Cancelled,
        TelemetryNames.DisposedEarlyOutcome => OperationOutcome.DisposedEarly,
        TelemetryNames.ExpectedOutcome => OperationOutcome.Expected,
        TelemetryNames.AbandonedOutcome => OperationOutcome.Abandoned,
        _ => OperationOutcome.Succeeded,
    };

    private static string Format(object? value)
    {
        var text = Text(value);
        return text.Length <= MaximumTagLength ? text : text[..MaximumTagLength];
    }

    /// <summary>What <c>ToString</c> of a tag throws would leave the program's own <c>Activity.Stop</c>; the type of the exception stands for the text.</summary>
    private static string Text(object? value)
    {
        try
        {
            return Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;
        }
        catch (Exception fault)
        {
            RuntimeFaults.Note(fault);
            return ExceptionNames.Of(fault);
        }
    }
}
