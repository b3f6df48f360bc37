using LlmAspects.AotProgram.Recording;

namespace LlmAspects.AotProgram.Scenarios;

/// <summary>Properties and indexers: each accessor is an operation.</summary>
internal static partial class PropertyCalls
{
    internal static async Task RunAsync(Transcript transcript)
    {
        var shelf = new Shelf { Label = "novels" };
        transcript.Note(shelf.Label ?? "nothing");
        await transcript.NoteAsync("setter, failed", () => shelf.Label = "");
        await transcript.NoteAsync("indexer", () => shelf[1] = "Emma");
        transcript.Note($"{shelf[1]}, {shelf.First}");
        await transcript.NoteAsync("indexer, failed", () => { _ = shelf[9]; });
        await transcript.NoteAsync("task", () => shelf.CountAsync);
        await transcript.NoteAsync("sequence", () => { _ = shelf.Titles.Count(); });
        transcript.Note(new Label { Text = "text" }.Text);
        transcript.Note(Label.Longest.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [LlmComponent("shelf")]
    private sealed partial class Shelf
    {
        private readonly string[] _titles = ["Middlemarch", "Persuasion"];
        private string? _label;

        [ErrorContext, TracePerformance] public partial string? Label { get; set; }

        [ErrorContext, TracePerformance(Operation = "book")] public partial string this[[Tag] int index] { [Tag("title", "{result}")] get; set; }

        [ErrorContext, TracePerformance] public partial ref string First { get; }

        [ErrorContext, TracePerformance] public partial Task<int> CountAsync { get; }

        [ErrorContext, TracePerformance] public partial IEnumerable<string> Titles { get; }

        private string? GetLabelCore() => _label;

        private void SetLabelCore(string? value) => _label = value is "" ? throw new ArgumentException("A message that is not recorded.", nameof(value)) : value;

        private string GetItemCore(int index) => _titles[index];

        private void SetItemCore(int index, string value) => _titles[index] = value;

        private ref string GetFirstCore() => ref _titles[0];

        private async Task<int> GetCountCoreAsync()
        {
            await Task.Yield();
            return _titles.Length;
        }

        private IEnumerable<string> GetTitlesCore() => _titles.Select(static title => title);
    }

    [LlmComponent("label")]
    private partial struct Label
    {
        private string _text;

        [TracePerformance] public static partial int Longest { get; }

        [TracePerformance] public partial string Text { readonly get; set; }

        private static int GetLongestCore() => 80;

        private readonly string GetTextCore() => _text;

        private void SetTextCore(string value) => _text = value;
    }
}
