using System.Runtime.CompilerServices;

namespace LlmAspects.Components.Routing;

/// <summary>The figures of a catalogue of usual size, by value.</summary>
[InlineArray(Size)]
internal struct RouteFigureBlock
{
    /// <summary>Decisions about more models than that keep their figures in an array.</summary>
    public const int Size = 16;

    private RouteFigure _first;
}
