using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using LlmAspects.AotProgram.Recording;

namespace LlmAspects.AotProgram.Scenarios;

/// <summary>A stream that is read to its end, fails, is cancelled, or is left early.</summary>
[LlmComponent("streams")]
internal sealed partial class StreamCalls
{
    private string? _spanInside;

    [ErrorContext, TracePerformance] public partial IAsyncEnumerable<int> CountAsync(Ending ending, CancellationToken cancellationToken = default);

    private async IAsyncEnumerable<int> CountCoreAsync(Ending ending, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var number = 1; number <= 3; number++)
        {
            _spanInside = Activity.Current?.DisplayName;
            await Task.Yield();
            yield return number;
        }

        Endings.Reach(ending, cancellationToken);
    }

    internal static async Task RunAsync(Transcript transcript)
    {
        var calls = new StreamCalls();
        foreach (var ending in Endings.All)
        {
            await transcript.NoteAsync($"read to its end, {ending}", () => calls.ReadAsync(transcript, ending, maximum: int.MaxValue));
        }

        await transcript.NoteAsync("left early", () => calls.ReadAsync(transcript, Ending.Success, maximum: 2));
    }

    private async Task ReadAsync(Transcript transcript, Ending ending, int maximum)
    {
        var sum = 0;
        await foreach (var number in CountAsync(ending).WithCancellation(Endings.TokenFor(ending)))
        {
            sum += number;
            if (number == maximum)
            {
                break;
            }
        }

        transcript.Note(string.Create(CultureInfo.InvariantCulture, $"sum {sum}, inside {_spanInside}, outside {Activity.Current?.DisplayName ?? "nothing"}"));
    }
}
