using System.Globalization;
using System.Runtime.CompilerServices;
using LlmAspects.AotProgram.Recording;
using LlmAspects.Errors;

namespace LlmAspects.AotProgram.Scenarios;

/// <summary>Calls that succeed at some attempt, or never, in every shape that can be retried.</summary>
[LlmComponent("retries")]
internal sealed partial class RetryCalls
{
    private readonly InstantClock _clock = new();
    private Task _gate = Task.CompletedTask;
    private int _attempts;

    // No delay of this clock blocks.
#pragma warning disable LLMA3001
    [ErrorContext, TracePerformance, RetryWithBackoff(BaseDelayMilliseconds = 100, Jitter = false, Handle = [typeof(TimeoutException)], TimeProvider = nameof(_clock))]
    public partial int Compute(int success, Ending ending, CancellationToken cancellationToken);
#pragma warning restore LLMA3001

    [ErrorContext, TracePerformance, RetryWithBackoff(BaseDelayMilliseconds = 100, Jitter = false, Handle = [typeof(TimeoutException)], TimeProvider = nameof(_clock))]
    public partial Task<int> ComputeAsync(int success, Ending ending, CancellationToken cancellationToken);

    [ErrorContext, TracePerformance, RetryWithBackoff(BaseDelayMilliseconds = 100, Jitter = false, Handle = [typeof(TimeoutException)], TimeProvider = nameof(_clock))]
    public partial ValueTask RunValueAsync(int success, Ending ending, CancellationToken cancellationToken);

    [ErrorContext, TracePerformance, RetryWithBackoff(BaseDelayMilliseconds = 100, Jitter = false, Handle = [typeof(TimeoutException)], TimeProvider = nameof(_clock))]
    public partial IAsyncEnumerable<int> CountAsync(int success, Ending ending, CancellationToken cancellationToken);

    private int ComputeCore(int success, Ending ending, CancellationToken cancellationToken)
    {
        if (++_attempts < success)
        {
            throw new TimeoutException();
        }

        Endings.Reach(ending, cancellationToken);
        return _attempts;
    }

    private async Task<int> ComputeCoreAsync(int success, Ending ending, CancellationToken cancellationToken)
    {
        await _gate;
        await Task.Yield();
        return ComputeCore(success, ending, cancellationToken);
    }

    private async ValueTask RunValueCoreAsync(int success, Ending ending, CancellationToken cancellationToken) =>
        await ComputeCoreAsync(success, ending, cancellationToken);

    private async IAsyncEnumerable<int> CountCoreAsync(int success, Ending ending, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return await ComputeCoreAsync(success, ending, cancellationToken);
        await Task.Yield();
        throw new TimeoutException();
    }

    internal static async Task RunAsync(Transcript transcript)
    {
        await RunAsync(transcript, "value", static (calls, success, ending) => Task.FromResult(calls.Compute(success, ending, Endings.TokenFor(ending))));
        await RunAsync(transcript, "task", static (calls, success, ending) => calls.ComputeAsync(success, ending, Endings.TokenFor(ending)));
        await RunAsync(transcript, "value task", static (calls, success, ending) => calls.RunValueAsync(success, ending, Endings.TokenFor(ending)).AsTask());
        await RunAsync(transcript, "stream", static (calls, success, ending) => calls.CountAsync(success, ending, Endings.TokenFor(ending)).FirstAsync().AsTask());
        await RunAsync(transcript, "stream to its end", static (calls, success, ending) => calls.CountAsync(success, ending, Endings.TokenFor(ending)).CountAsync().AsTask());
    }

    private static async Task RunAsync(Transcript transcript, string shape, Func<RetryCalls, int, Ending, Task> call)
    {
        (int Success, Ending Ending)[] cases = [(1, Ending.Success), (3, Ending.Success), (3, Ending.Failure), (1, Ending.Cancellation), (4, Ending.Success)];
        foreach (var (success, ending) in cases)
        {
            var calls = new RetryCalls();
            await transcript.NoteAsync($"{shape}, success at attempt {success}, {ending}", () => Endings.OpenWhenPendingAsync(gate =>
            {
                calls._gate = gate;
                return call(calls, success, ending);
            }));
            transcript.Note(string.Create(CultureInfo.InvariantCulture, $"{calls._attempts} attempts"));
        }

        // Of the last case, whose attempts are used up.
        var failed = ErrorAggregator.Shared.Recent(1)[0].Attempts;
        transcript.Note(string.Join(", ", failed.Select(static attempt => string.Create(CultureInfo.InvariantCulture, $"{attempt.Number}: {attempt.ExceptionType}, then {attempt.DelayMilliseconds} ms"))));
    }
}
