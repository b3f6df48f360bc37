using System.Collections;
using System.Diagnostics;
using System.Globalization;
using LlmAspects.AotProgram.Recording;

namespace LlmAspects.AotProgram.Scenarios;

/// <summary>Lazy sequences and enumerators that are read to their end, fail, are cancelled, or are left early.</summary>
[LlmComponent("sequences")]
internal sealed partial class SequenceCalls
{
    private string? _spanInside;

    [ErrorContext, TracePerformance] public partial IEnumerable<int> Count(Ending ending, CancellationToken cancellationToken);

    [ErrorContext, TracePerformance] public partial IEnumerable Objects(Ending ending, CancellationToken cancellationToken);

    [ErrorContext, TracePerformance] public partial IEnumerator<int> Enumerate(Ending ending, CancellationToken cancellationToken);

    [ErrorContext, TracePerformance] public partial IEnumerator EnumerateObjects(Ending ending, CancellationToken cancellationToken);

    [ErrorContext, TracePerformance] public partial IAsyncEnumerator<int> EnumerateAsync(Ending ending, CancellationToken cancellationToken);

    [ErrorContext, TracePerformance] public partial IEnumerable<T>? Pass<T>(IEnumerable<T>? items);

    private IEnumerable<int> CountCore(Ending ending, CancellationToken cancellationToken)
    {
        for (var number = 1; number <= 3; number++)
        {
            _spanInside = Activity.Current?.DisplayName;
            yield return number;
        }

        Endings.Reach(ending, cancellationToken);
    }

    private IEnumerable ObjectsCore(Ending ending, CancellationToken cancellationToken) => CountCore(ending, cancellationToken);

    private IEnumerator<int> EnumerateCore(Ending ending, CancellationToken cancellationToken) => CountCore(ending, cancellationToken).GetEnumerator();

    private IEnumerator EnumerateObjectsCore(Ending ending, CancellationToken cancellationToken) => EnumerateCore(ending, cancellationToken);

    private async IAsyncEnumerator<int> EnumerateCoreAsync(Ending ending, CancellationToken cancellationToken)
    {
        foreach (var number in CountCore(ending, cancellationToken))
        {
            await Task.Yield();
            yield return number;
        }
    }

    private IEnumerable<T>? PassCore<T>(IEnumerable<T>? items) => _spanInside is null ? throw new InvalidOperationException() : items;

    internal static async Task RunAsync(Transcript transcript)
    {
        var calls = new SequenceCalls();
        await transcript.NoteAsync("before there is a sequence, failed", () => calls.Pass<int>(null));
        foreach (var ending in Endings.All)
        {
            var token = Endings.TokenFor(ending);
            await transcript.NoteAsync($"sequence, {ending}", () => calls.Read(transcript, calls.Count(ending, token).GetEnumerator(), int.MaxValue));
            await transcript.NoteAsync($"sequence of objects, {ending}", () => calls.Read(transcript, calls.Objects(ending, token).GetEnumerator(), int.MaxValue));
            await transcript.NoteAsync($"enumerator, {ending}", () => calls.Read(transcript, calls.Enumerate(ending, token), int.MaxValue));
            await transcript.NoteAsync($"enumerator of objects, {ending}", () => calls.Read(transcript, calls.EnumerateObjects(ending, token), int.MaxValue));
            await transcript.NoteAsync($"asynchronous enumerator, {ending}", () => calls.ReadAsync(transcript, calls.EnumerateAsync(ending, token), int.MaxValue));
        }

        calls.Read(transcript, calls.Count(Ending.Success, CancellationToken.None).GetEnumerator(), maximum: 2);
        await calls.ReadAsync(transcript, calls.EnumerateAsync(Ending.Success, CancellationToken.None), maximum: 1);
        int[] numbers = [1, 2];
        transcript.Note($"collection: {ReferenceEquals(calls.Pass(numbers), numbers)}, null: {calls.Pass<Uri>(null) is null}");
        var twice = calls.Pass(numbers.Where(static number => number > 1))!;
        transcript.Note(string.Create(CultureInfo.InvariantCulture, $"enumerated twice: {twice.Count() + twice.Count()}"));
    }

    private void Read(Transcript transcript, IEnumerator numbers, int maximum)
    {
        using var disposable = numbers as IDisposable;
        var sum = 0;
        while (sum < maximum && numbers.MoveNext())
        {
            sum += (int)numbers.Current!;
        }

        Note(transcript, sum);
    }

    private async Task ReadAsync(Transcript transcript, IAsyncEnumerator<int> numbers, int maximum)
    {
        await using var disposable = numbers;
        var sum = 0;
        while (sum < maximum && await numbers.MoveNextAsync())
        {
            sum += numbers.Current;
        }

        Note(transcript, sum);
    }

    private void Note(Transcript transcript, int sum) =>
        transcript.Note(string.Create(CultureInfo.InvariantCulture, $"sum {sum}, inside {_spanInside}, outside {Activity.Current?.DisplayName ?? "nothing"}"));
}
