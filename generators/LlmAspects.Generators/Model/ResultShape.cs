namespace LlmAspects.Generators.Model;

/// <summary>What a method hands back, as far as the wrapper differs by it.</summary>
internal enum ResultShape
{
    Void,
    Value,
    RefValue,
    RefReadOnlyValue,

    /// <summary><c>Task</c>, <c>Task&lt;T&gt;</c>, <c>ValueTask</c> or <c>ValueTask&lt;T&gt;</c>: the call ends with the task.</summary>
    Awaitable,

    /// <summary><c>IAsyncEnumerable&lt;T&gt;</c>: the call begins with the first pull.</summary>
    Stream,

    /// <summary><c>IEnumerable</c>, <c>IEnumerator</c>, generic or not, or <c>IAsyncEnumerator&lt;T&gt;</c>: the call begins with the first pull.</summary>
    Sequence,

    /// <summary>A type with <c>[AsyncMethodBuilder]</c>: an emitted async function awaits Core's, and the call ends with it.</summary>
    TaskLike,
}
