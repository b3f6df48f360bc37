using LlmAspects.AotProgram.Recording;
using LlmAspects.Tracing;

namespace LlmAspects.AotProgram.Scenarios;

/// <summary>Operations within operations: parents of spans, and one error record for all levels.</summary>
internal static partial class NestedCalls
{
    internal static async Task RunAsync(Transcript transcript)
    {
        var front = new Front();
        foreach (var ending in Endings.All)
        {
            await transcript.NoteAsync($"three levels, {ending}", () => Endings.OpenWhenPendingAsync(gate => front.AskAsync(gate, ending, Endings.TokenFor(ending))));
        }
    }

    [LlmComponent("front")]
    private sealed partial class Front
    {
        private readonly Middle _middle = new();

        [ErrorContext, TracePerformance] public partial Task<int> AskAsync(Task gate, Ending ending, CancellationToken cancellationToken);

        private async Task<int> AskCoreAsync(Task gate, Ending ending, CancellationToken cancellationToken)
        {
            using var block = TraceBlock.Start("front", "preparation");
            block.SetTag("front.gate", gate.IsCompleted);
            return await _middle.FindAsync(gate, ending, cancellationToken) + await _middle.FindAsync(Task.CompletedTask, Ending.Success, cancellationToken);
        }
    }

    [LlmComponent("middle")]
    private sealed partial class Middle
    {
        private readonly int _found = 1;

        [ErrorContext, TracePerformance] public partial ValueTask<int> FindAsync(Task gate, Ending ending, CancellationToken cancellationToken);

        [ErrorContext, TracePerformance] public partial void Check(Ending ending, CancellationToken cancellationToken);

        private async ValueTask<int> FindCoreAsync(Task gate, Ending ending, CancellationToken cancellationToken)
        {
            await gate;
            Check(ending, cancellationToken);
            return _found;
        }

        private void CheckCore(Ending ending, CancellationToken cancellationToken)
        {
            if (_found > 0)
            {
                Endings.Reach(ending, cancellationToken);
            }
        }
    }
}
