using CsCheck;
using LlmAspects.Components.Chunking;

namespace LlmAspects.Components.Tests.Chunking;

public class LexicalCohesionChunkingStrategyTests
{
    private static readonly string[] Bread =
    [
        "Bread dough needs flour, water and yeast.", "Knead the dough until the flour is smooth.", "The yeast lets the dough rise.", "Bake the risen bread in a hot oven.",
        "An oven with steam gives the bread its crust.", "More water in the dough opens the bread.",
    ];

    private static readonly string[] Ships =
    [
        "A sailing ship carries masts and canvas.", "The captain of the ship reads the wind.", "Wind in the canvas drives the ship.", "The crew climbs the masts of the ship.",
        "In a storm the captain takes down the canvas.", "A ship without wind waits for its captain.",
    ];

    private static readonly string[] Both = [.. Bread, .. Ships];

    [Fact]
    public void Defaults_AreAsDocumented()
    {
        var options = new LexicalCohesionChunkingStrategy().Options;

        options.ShouldBe(new LexicalCohesionOptions
        {
            Concentration = 1,
            LengthWeight = 1,
            Lengths = new SegmentLengths { Minimum = 1, Maximum = 40, Expected = 7, Shape = 2 },
        });
    }

    [Fact]
    public void Boundary_LiesWhereTheWordsChange() => new LexicalCohesionChunkingStrategy().FindBoundaries(Both).ShouldBe([6]);

    [Fact]
    public void Pieces_AreSentencesAboutOneSubject()
    {
        string text = string.Join(' ', Both);

        new LexicalCohesionChunkingStrategy().Split(text.AsMemory(), new ChunkingOptions()).Select(chunk => chunk.Start).ShouldBe([0, text.IndexOf("A sailing", StringComparison.Ordinal)]);
    }

    [Fact]
    public void Cap_IsPartOfTheSearch()
    {
        string text = string.Join(' ', Both);

        IReadOnlyList<TextChunk> chunks = new LexicalCohesionChunkingStrategy().Split(text.AsMemory(), new ChunkingOptions { MaxLength = 140 });

        chunks.ShouldContain(chunk => chunk.Start == text.IndexOf("A sailing", StringComparison.Ordinal));
        chunks.ShouldAllBe(chunk => chunk.Length <= 140 && (chunk.Start == 0 || text[chunk.Start - 2] == '.'));
    }

    [Fact]
    public void CodeFenceThatFits_StaysWhole()
    {
        const string Fence = "```\nint oven = 1;\n\nint ship = 2;\n```\n";
        string text = string.Join(' ', Bread) + "\n" + Fence + string.Join(' ', Ships);

        new LexicalCohesionChunkingStrategy().Split(text.AsMemory(), new ChunkingOptions { MaxLength = 120 }).ShouldContain(chunk => chunk.In(text).ToString().Contains(Fence));
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(4, 5)]
    public void Lengths_AreKept(int minimum, int maximum)
    {
        var strategy = new LexicalCohesionChunkingStrategy(new LexicalCohesionOptions { Lengths = new SegmentLengths { Minimum = minimum, Maximum = maximum } });

        int[] starts = [0, .. strategy.FindBoundaries(Both), Both.Length];

        starts.Zip(starts.Skip(1), (start, end) => end - start).ShouldAllBe(length => length >= minimum && length <= maximum);
    }

    [Fact]
    public void TooFewSentences_AreOneSegment() =>
        new LexicalCohesionChunkingStrategy(new LexicalCohesionOptions { Lengths = new SegmentLengths { Minimum = 3 } }).FindBoundaries(["One.", "Two."]).ShouldBeEmpty();

    [Fact]
    public void NoSentence_HasNoBoundary() => new LexicalCohesionChunkingStrategy().FindBoundaries([]).ShouldBeEmpty();

    [Fact]
    public void Search_FindsTheBestOfAllDivisions() =>
        Gen.Int[0, 4].Select(word => "word" + (char)('a' + word)).Array[1, 9].Sample(sentences =>
        {
            var strategy = new LexicalCohesionChunkingStrategy(new LexicalCohesionOptions { Lengths = new SegmentLengths { Expected = 2.5 } });
            int[] found = [.. strategy.FindBoundaries(sentences)];
            double best = Divisions(sentences.Length).Max(division => Likelihood(sentences, division, strategy.Options));

            Likelihood(sentences, found, strategy.Options).ShouldBe(best, 1e-9);
        }, iter: 200);

    [Theory]
    [InlineData(0, 40, 7, 4, 0.1, 1)]
    [InlineData(5, 4, 7, 4, 0.1, 1)]
    [InlineData(1, 1001, 7, 4, 0.1, 1)]
    [InlineData(1, 40, 1, 4, 0.1, 1)]
    [InlineData(1, 40, 7, 0, 0.1, 1)]
    [InlineData(1, 40, 7, 4, 0, 1)]
    [InlineData(1, 40, 7, 4, 0.1, double.NaN)]
    public void OptionsOutOfRange_AreRefused(int minimum, int maximum, double expected, double shape, double concentration, double weight) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new LexicalCohesionChunkingStrategy(new LexicalCohesionOptions
        {
            Lengths = new SegmentLengths { Minimum = minimum, Maximum = maximum, Expected = expected, Shape = shape },
            Concentration = concentration,
            LengthWeight = weight,
        }));

    private static IEnumerable<int[]> Divisions(int count) =>
        Enumerable.Range(0, 1 << (count - 1)).Select(bits => Enumerable.Range(1, count - 1).Where(place => (bits >> (place - 1) & 1) == 1).ToArray());

    // The formula once more, without any sharing between segments.
    private static double Likelihood(string[] sentences, int[] boundaries, LexicalCohesionOptions options)
    {
        int vocabulary = sentences.Distinct().Count();
        int[] starts = [0, .. boundaries, sentences.Length];
        return starts.Zip(starts.Skip(1), (start, end) =>
        {
            double score = Prior(end - start - 1, options.Lengths);
            foreach (int count in sentences[start..end].CountBy(word => word).Select(pair => pair.Value))
            {
                score += Enumerable.Range(0, count).Sum(k => Math.Log(k + options.Concentration));
            }

            return score - Enumerable.Range(0, end - start).Sum(k => Math.Log(k + (vocabulary * options.Concentration)));
        }).Sum();
    }

    private static double Prior(int beyond, SegmentLengths lengths)
    {
        double mean = lengths.Expected - 1;
        double log = lengths.Shape * Math.Log(lengths.Shape / (lengths.Shape + mean));
        return log + Enumerable.Range(0, beyond).Sum(k => Math.Log((k + lengths.Shape) / (k + 1) * mean / (lengths.Shape + mean)));
    }
}
