namespace LlmAspects.Runtime;

/// <summary>Core with its arguments. Structs, so that whoever keeps one holds only the bytes its method needs.</summary>
internal interface IRetriedCall<T>
{
    /// <summary>Makes another attempt.</summary>
    ValueTask<T> CallAsync(CancellationToken token);

    /// <summary>The result of an attempt that has succeeded.</summary>
    T ResultOf(Task task);
}
