using System.Runtime.CompilerServices;

namespace LlmAspects.AotProgram.TaskLikes;

/// <summary>Starts a state machine in the caller's own flow: what it changes there, nobody takes back.</summary>
internal readonly struct TicketBuilder<T>
{
    private readonly TicketSource<T> _source;

    private TicketBuilder(TicketSource<T> source) => _source = source;

    public Ticket<T> Task => new(_source);

    public static TicketBuilder<T> Create() => new(new TicketSource<T>());

#pragma warning disable CA1822 // The compiler calls these two on an instance.
    public void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine => stateMachine.MoveNext();

    public void SetStateMachine(IAsyncStateMachine stateMachine)
    {
        // Only boxed machines know how to use it, and the box is in the source.
    }
#pragma warning restore CA1822

    public void SetResult(T result) => _source.SetResult(result);

    public void SetException(Exception exception) => _source.SetException(exception);

    public void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine => awaiter.OnCompleted(_source.StepOf(ref stateMachine));

    public void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine => awaiter.UnsafeOnCompleted(_source.StepOf(ref stateMachine));
}
