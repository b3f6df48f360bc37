using System.ComponentModel;
using System.Diagnostics;

namespace LlmAspects.Runtime;

/// <summary>What generated wrappers call: one static instance per annotated method. Not meant for hand-written code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Operation
{
    private Operation(string component, string name, AspectKinds aspects)
    {
        Component = component;
        Name = name;
        Aspects = aspects;
    }

    /// <summary>The component name.</summary>
    public string Component { get; }

    /// <summary>The operation name.</summary>
    public string Name { get; }

    /// <summary>The aspects of the method.</summary>
    public AspectKinds Aspects { get; }

    /// <summary>Returns the operation of this component and name.</summary>
    /// <param name="component">The component name.</param>
    /// <param name="name">The operation name.</param>
    /// <param name="aspects">The aspects of the method.</param>
    /// <param name="source">The name of the activity source and meter; <see langword="null"/> is <c>LlmAspects</c>.</param>
    public static Operation Create(string component, string name, AspectKinds aspects, string? source = null) => new(component, name, aspects);
}
