using System.ComponentModel;

namespace LlmAspects.Runtime;

/// <summary>How errors become exceptions of one type, as a generated wrapper hands it to its operation. Not meant for hand-written code.</summary>
/// <remarks>Immutable; may be used from any thread.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ErrorTranslation
{
    private readonly Type _type;
    private readonly Func<string, Exception, Exception> _create;

    /// <summary>Makes the translation of a method.</summary>
    /// <param name="type">The type of the exceptions.</param>
    /// <param name="create">Creates one from its message and its cause.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public ErrorTranslation(Type type, Func<string, Exception, Exception> create)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(create);
        _type = type;
        _create = create;
    }

    /// <summary>Whether the error is an exception of the type already.</summary>
    internal bool Is(Exception error) => _type.IsInstanceOfType(error);

    // The message says where; what went wrong may quote a prompt, and the cause says it.
    internal Exception Create(OperationIdentity operation, Exception error) => _create($"The operation '{operation.SpanName}' failed; the inner exception says why.", error);
}
