namespace LlmAspects;

/// <summary>Records every exception that leaves the method, once, with component, operation and trace, in the <see cref="Errors.ErrorAggregator"/>; the exception itself passes unchanged, unless <see cref="TranslateTo"/> is given.</summary>
/// <remarks>
/// The method is declared <c>partial</c>; its body is the sibling <c>XxxCore</c> (<c>XxxCoreAsync</c> when the name ends in <c>Async</c>).
/// Nothing of the arguments or the result is recorded unless <see cref="TagAttribute"/> asks for it. A cancellation is no error: with a token parameter, when one of them is
/// requested; without, unless the exception wraps a <see cref="TimeoutException"/>. A task that has failed before it is returned counts
/// as observed, so <see cref="TaskScheduler.UnobservedTaskException"/> is not raised for it.
/// </remarks>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property, Inherited = false)]
public sealed class ErrorContextAttribute : Attribute
{
    /// <summary>Names component and operation after the type and the method.</summary>
    public ErrorContextAttribute()
    {
    }

    /// <summary>Names component and operation.</summary>
    /// <param name="component">The component name in snake_case.</param>
    /// <param name="operation">The operation name in snake_case.</param>
    public ErrorContextAttribute(string component, string operation)
    {
        Component = component;
        Operation = operation;
    }

    /// <summary>The component name. The default is the name given by <see cref="LlmComponentAttribute"/>, else the type's name in snake_case.</summary>
    public string? Component { get; set; }

    /// <summary>The operation name. The default is the method's name in snake_case without <c>Async</c>.</summary>
    public string? Operation { get; set; }

    /// <summary>Exceptions that belong to the method's contract, subclasses included. The default is none.</summary>
    /// <remarks>They pass unchanged and are no error: no record, no <c>error.type</c>; the outcome is <see cref="Tracing.OperationOutcome.Expected"/>. The types must be visible in the whole assembly.</remarks>
    public Type[] Expected { get; set; } = [];

    /// <summary>The exception type that errors leave the method as, each with the error as its inner exception. The default is <see langword="null"/>: errors pass unchanged.</summary>
    /// <remarks>
    /// Exceptions of this type, cancellations and those of <see cref="Expected"/> pass unchanged. The record is about the error; an operation further out records the exception of this
    /// type with its cause. The type has a constructor <c>(string, Exception)</c>, is not abstract, and is visible in the whole assembly.
    /// </remarks>
    public Type? TranslateTo { get; set; }
}
