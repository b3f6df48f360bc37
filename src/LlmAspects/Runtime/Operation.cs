using System.ComponentModel;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace LlmAspects.Runtime;

/// <summary>What generated wrappers call: one static instance per annotated method. Not meant for hand-written code.</summary>
/// <remarks>No member throws for the sake of recording; all members may be called from any thread.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden, DebuggerStepThrough]
public sealed partial class Operation
{
    private readonly int _id;
    private readonly bool _isMeasured;
    private readonly bool _recordsErrors;
    private readonly OperationOptions? _options;
    private readonly int _sampleEvery;
    private readonly GenAITelemetry? _genAI;
    private ActivitySource? _activities;
    private Histogram<double>? _durations;

    internal Operation(OperationIdentity identity, AspectKinds aspects, OperationOptions? options = null)
    {
        Identity = identity;
        _options = options;
        _sampleEvery = options?.SampleEvery ?? 0;
        Aspects = aspects;
        _id = identity.Id;
        _genAI = GenAITelemetry.TryCreate(identity, options);
        _isMeasured = aspects.HasFlag(AspectKinds.TracePerformance);
        _recordsErrors = aspects.HasFlag(AspectKinds.ErrorContext);
        if (_isMeasured)
        {
            identity.MarkMeasured();
        }
    }

    /// <summary>The component name.</summary>
    public string Component => Identity.Component;

    /// <summary>The operation name.</summary>
    public string Name => Identity.Name;

    /// <summary>The aspects of the method.</summary>
    public AspectKinds Aspects { get; }

    internal OperationIdentity Identity { get; }

    internal bool IsMeasured => _isMeasured && LlmAspectsSwitch.IsEnabled;

    internal bool TimesItems => _options is { ItemTiming: true };

    /// <summary>Returns the operation of this component and name; the same arguments give the same object, and variants of other aspects or options share its statistics.</summary>
    /// <param name="component">The component name.</param>
    /// <param name="name">The operation name.</param>
    /// <param name="aspects">The aspects of the method.</param>
    /// <param name="source">The name of the activity source and meter; <see langword="null"/> is <c>LlmAspects</c>.</param>
    /// <param name="options">The options of the aspects: with them the operation is always a new object; <see langword="null"/> when all are at their defaults.</param>
    /// <exception cref="ArgumentException"><paramref name="component"/> or <paramref name="name"/> is null or empty.</exception>
    public static Operation Create(string component, string name, AspectKinds aspects, string? source = null, OperationOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(component);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return options is null
            ? OperationRegistry.Intern(source, component, name, aspects)
            : OperationRegistry.Create(source, component, name, aspects, options);
    }
}
