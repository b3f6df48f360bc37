using System.ComponentModel;

namespace LlmAspects.Runtime;

/// <summary>The options of the aspects, as a generated wrapper hands them to its operation. Not meant for hand-written code.</summary>
/// <remarks>Immutable; may be read from any thread.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OperationOptions
{
    /// <summary>Whether the items of streams are timed one by one even while nobody listens to their histogram. The default is <see langword="false"/>.</summary>
    public bool ItemTiming { get; init; }
}
