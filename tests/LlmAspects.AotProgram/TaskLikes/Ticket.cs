using System.Runtime.CompilerServices;

namespace LlmAspects.AotProgram.TaskLikes;

/// <summary>A task-like that is a struct, yields a value, may be awaited once, and owes nothing to the tasks of .NET.</summary>
[AsyncMethodBuilder(typeof(TicketBuilder<>))]
internal readonly struct Ticket<T>(TicketSource<T> source)
{
    public bool IsCompleted => source.IsCompleted;

    public TicketAwaiter<T> GetAwaiter() => new(source);
}
