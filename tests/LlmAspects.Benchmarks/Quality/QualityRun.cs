using System.Text;
using LlmAspects.Benchmarks.Measuring;
using LlmAspects.Components.Quality;
using LlmAspects.Components.Retrieval;

namespace LlmAspects.Benchmarks.Quality;

/// <summary>One answer against one context.</summary>
internal sealed class QualityRun
{
    /// <summary>Enough for the compiler to have optimised everything.</summary>
    private const int WarmUps = 300;

    private const int Rounds = 200;

    private static readonly string[] Subjects = ["The keeper", "A visitor", "The old tower", "Every mason", "The harbour", "A captain"];

    private static readonly string[] Verbs = ["guards", "describes", "does not repair", "measures", "crosses", "paid 30 crowns for"];

    private static readonly string[] Objects = ["the lighthouse of the bay", "a lamp that burns whale oil", "the stairs behind the gate", "12 barrels of salt", "the road to the market"];

    private readonly LlmQualityMonitor _monitor = new();
    private readonly string _answer;
    private readonly RetrievedContext _context;

    public QualityRun(int length)
    {
        _answer = Prose(length, seed: 1);
        _context = (RetrievedContext)RetrievedContext.ToContent([new RetrievedChunk("d", 0, Prose(2 * length, seed: 2), 1)], "0123456789abcdef").RawRepresentation!;
    }

    /// <summary>Runs both until they are compiled for good.</summary>
    public void WarmUp()
    {
        for (int round = 0; round < WarmUps; round++)
        {
            _monitor.Evaluate(_answer, _context);
            ShareOfWords(_answer, _context.Chunks[0].Text);
        }
    }

    /// <summary>Prints a row and returns the fastest round, which a busy machine disturbs least, in milliseconds and beside the reference.</summary>
    public (double Milliseconds, double Ratio) Print()
    {
        (long own, long reference) = (long.MaxValue, long.MaxValue);
        for (int round = 0; round < Rounds; round++)
        {
            own = Math.Min(own, CpuClock.Time(() => _monitor.Evaluate(_answer, _context)));
            reference = Math.Min(reference, CpuClock.Time(() => ShareOfWords(_answer, _context.Chunks[0].Text)));
        }

        double ratio = (double)own / reference;
        Console.WriteLine(FormattableString.Invariant($"| {_answer.Length} | {own / 1e6:0.000} | {reference / 1e6:0.000} | {ratio:0.0} |"));
        return (own / 1e6, ratio);
    }

    private static double ShareOfWords(string answer, string context)
    {
        HashSet<string> known = new(context.Split(' '), StringComparer.OrdinalIgnoreCase);
        return answer.Split(' ').Average(word => known.Contains(word) ? 1.0 : 0.0);
    }

    private static string Prose(int length, int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder();
        while (text.Length < length)
        {
            text.Append(Subjects[random.Next(Subjects.Length)]).Append(' ').Append(Verbs[random.Next(Verbs.Length)]).Append(' ').Append(Objects[random.Next(Objects.Length)]).Append(". ");
        }

        return text.ToString(0, length);
    }
}
