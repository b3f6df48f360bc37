using CsCheck;
using LlmAspects.Components.Chunking;

namespace LlmAspects.Components.Tests.Chunking;

public class BalancedChunkingStrategyTests
{
    private const string Sentence = "Twenty code units.. ";

    [Fact]
    public void Defaults_AreAsDocumented() => new BalancedChunkingStrategy().Options.ShouldBe(new BalancedChunkingOptions { TargetShare = 0.7 });

    [Theory]
    [InlineData(0.09)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void ShareOutOfRange_IsRefused(double share) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new BalancedChunkingStrategy(new BalancedChunkingOptions { TargetShare = share }));

    [Fact]
    public void LongSection_IsDividedEvenly()
    {
        string text = string.Concat(Enumerable.Repeat(Sentence, 12));

        Lengths(text, cap: 200).ShouldBe([120, 120]);
        new RecursiveChunkingStrategy().Split(text.AsMemory(), new ChunkingOptions { MaxLength = 200 }).Select(chunk => chunk.Length).ShouldBe([200, 40]);
    }

    [Fact]
    public void SmallSections_ShareAPiece()
    {
        string text = string.Concat(Enumerable.Range(1, 6).Select(number => $"# Part {number}\nIt has few words.\n\n"));

        IReadOnlyList<TextChunk> chunks = Split(text, cap: 120);

        chunks.Count.ShouldBe(2);
        chunks.Select(chunk => chunk.HeaderPath).ShouldBe(["Part 1", "Part 4"]);
    }

    [Fact]
    public void SectionOfTheWantedLength_IsAPiece()
    {
        string section = "# Part\n" + string.Concat(Enumerable.Repeat(Sentence, 5)) + "\n\n";

        Lengths(section + section + section, cap: 160).ShouldAllBe(length => length == section.Length);
    }

    [Fact]
    public void CodeFenceThatFits_StaysWhole()
    {
        const string Fence = "```\nint first = 1;\n\nint second = 2;\n\nint third = 3;\n```\n";
        string text = string.Concat(Enumerable.Repeat(Sentence, 3)) + "\n\n" + Fence + "\n" + string.Concat(Enumerable.Repeat(Sentence, 3));

        Split(text, cap: 80).ShouldContain(chunk => chunk.In(text).ToString().Contains(Fence));
    }

    [Fact]
    public void TableThatDoesNotFit_IsCutBetweenItsRows()
    {
        string text = "| Key | Value |\n|---|---|\n" + string.Concat(Enumerable.Range(10, 20).Select(number => $"| key {number} | It is. Or not. |\n"));

        IReadOnlyList<TextChunk> chunks = Split(text, cap: 150);

        chunks.Count.ShouldBeGreaterThan(3);
        chunks.ShouldAllBe(chunk => text[chunk.Start] == '|' && text[chunk.End - 1] == '\n');
    }

    [Fact]
    public void SourceCode_IsCutAtLines()
    {
        string text = string.Concat(Enumerable.Range(10, 20).Select(number => $"var x{number} = \"One. Two. Three.\";\n"));

        new BalancedChunkingStrategy(markdown: false).Split(text.AsMemory(), new ChunkingOptions { MaxLength = 100 }).ShouldAllBe(chunk => text[chunk.End - 1] == '\n');
    }

    [Fact]
    public void Division_CostsTheLeastOfAll() =>
        Gen.Int[0, 3].Array[1, 7].Sample(paragraphs =>
        {
            const int Cap = 40;
            string[] units = [.. paragraphs.SelectMany(kind => kind switch { 0 => (string[])["# H\nAb cd.\n\n"], 1 => ["- ab\n", "- cde\n\n"], 2 => ["Some words here.\n\n"], _ => ["A.\n\n"] })];
            string text = string.Concat(units);
            int[] found = [.. Split(text, Cap).Skip(1).Select(chunk => chunk.Start)];
            int[] starts = [.. units.Index().Select(unit => units[..unit.Index].Sum(before => before.Length))];

            double best = Divisions(units.Length).Min(division => Cost(units, division, Cap));

            Cost(units, [.. found.Select(start => Array.IndexOf(starts, start))], Cap).ShouldBe(best, 1e-9);
        }, iter: 300);

    private static IEnumerable<int[]> Divisions(int count) =>
        Enumerable.Range(0, 1 << (count - 1)).Select(bits => Enumerable.Range(1, count - 1).Where(place => (bits >> (place - 1) & 1) == 1).ToArray());

    // The documented cost once more. Only the second item of a list is no block.
    private static double Cost(string[] units, int[] division, int cap)
    {
        int[] starts = [0, .. division, units.Length];
        return starts.Zip(starts.Skip(1), (start, end) =>
        {
            int length = units[start..end].Sum(unit => unit.Length);
            double off = (length - (0.7 * cap)) / (0.7 * cap);
            double seam = units[start].StartsWith("- c", StringComparison.Ordinal) ? 0.2 : 0;
            return length > cap ? double.PositiveInfinity : (off * off) + (0.3 * units[(start + 1)..end].Count(unit => unit[0] == '#')) + seam;
        }).Sum();
    }

    private static IReadOnlyList<TextChunk> Split(string text, int cap) => new BalancedChunkingStrategy().Split(text.AsMemory(), new ChunkingOptions { MaxLength = cap });

    private static IEnumerable<int> Lengths(string text, int cap) => Split(text, cap).Select(chunk => chunk.Length);
}
