using LlmAspects.AotProgram.TaskLikes;

namespace LlmAspects.IntegrationTests.Fixtures;

/// <summary>One method of each return shape; each runs the given body.</summary>
internal interface IWrappedCalls
{
    void Run(Action body, CancellationToken cancellationToken);

    int Compute(Func<int> body, CancellationToken cancellationToken);

    ref int Locate(Func<int[]> body, CancellationToken cancellationToken);

    Task RunAsync(Func<Task> body, CancellationToken cancellationToken);

    Task<int> ComputeAsync(Func<Task<int>> body, CancellationToken cancellationToken);

    ValueTask RunValueAsync(Func<Task> body, CancellationToken cancellationToken);

    ValueTask<int> ComputeValueAsync(Func<Task<int>> body, CancellationToken cancellationToken);

    Job RunJobAsync(Func<Task> body, CancellationToken cancellationToken);

    Ticket<int> ComputeTicketAsync(Func<Task<int>> body, CancellationToken cancellationToken);

    IAsyncEnumerable<int> StreamAsync(Func<Task<int>> body, CancellationToken cancellationToken);

    /// <summary>How often a Core was entered.</summary>
    int Entered { get; }
}
