using System.Runtime.CompilerServices;
using LlmAspects.AotProgram.TaskLikes;

namespace LlmAspects.IntegrationTests.Fixtures;

internal sealed partial class ErrorContextAlone : IWrappedCalls
{
    [ErrorContext] public partial void Run(Action body, CancellationToken cancellationToken);

    [ErrorContext] public partial int Compute(Func<int> body, CancellationToken cancellationToken);

    [ErrorContext] public partial ref int Locate(Func<int[]> body, CancellationToken cancellationToken);

    [ErrorContext] public partial Task RunAsync(Func<Task> body, CancellationToken cancellationToken);

    [ErrorContext] public partial Task<int> ComputeAsync(Func<Task<int>> body, CancellationToken cancellationToken);

    [ErrorContext] public partial ValueTask RunValueAsync(Func<Task> body, CancellationToken cancellationToken);

    [ErrorContext] public partial ValueTask<int> ComputeValueAsync(Func<Task<int>> body, CancellationToken cancellationToken);

    [ErrorContext] public partial Job RunJobAsync(Func<Task> body, CancellationToken cancellationToken);

    [ErrorContext] public partial Ticket<int> ComputeTicketAsync(Func<Task<int>> body, CancellationToken cancellationToken);

    [ErrorContext] public partial IAsyncEnumerable<int> StreamAsync(Func<Task<int>> body, CancellationToken cancellationToken);

    /// <summary>How often a Core was entered.</summary>
    public int Entered { get; private set; }

    private void RunCore(Action body, CancellationToken cancellationToken) => Enter(body)();

    private int ComputeCore(Func<int> body, CancellationToken cancellationToken) => Enter(body)();

    private ref int LocateCore(Func<int[]> body, CancellationToken cancellationToken) => ref Enter(body)()[0];

    private async Task RunCoreAsync(Func<Task> body, CancellationToken cancellationToken) => await Enter(body)();

    private async Task<int> ComputeCoreAsync(Func<Task<int>> body, CancellationToken cancellationToken) => await Enter(body)();

    private async ValueTask RunValueCoreAsync(Func<Task> body, CancellationToken cancellationToken) => await Enter(body)();

    private async ValueTask<int> ComputeValueCoreAsync(Func<Task<int>> body, CancellationToken cancellationToken) => await Enter(body)();

    private async Job RunJobCoreAsync(Func<Task> body, CancellationToken cancellationToken) => await Enter(body)();

    private async Ticket<int> ComputeTicketCoreAsync(Func<Task<int>> body, CancellationToken cancellationToken) => await Enter(body)();

    private async IAsyncEnumerable<int> StreamCoreAsync(Func<Task<int>> body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await Enter(body)();
    }

    private TBody Enter<TBody>(TBody body)
    {
        Entered++;
        return body;
    }
}
