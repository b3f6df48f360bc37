using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

namespace PlainLibrary;

/// <summary>Small services on texts, written without any aspect in mind.</summary>
/// <param name="separator">What stands between words.</param>
[LlmAspects.LlmComponent("text_kit")]
public class TextKit(string separator = " ") : TextSource, ITextCounter
{
    private readonly List<string> _log = [];

    /// <summary>What was done, in order.</summary>
    public IReadOnlyList<string> Log => _log;

    /// <summary>Counts the words of a text.</summary>
    /// <param name="text">The text.</param>
    /// <returns>How many there are.</returns>
    public int CountWords(string text)
    {
        Note();
        return text.Split(separator, StringSplitOptions.RemoveEmptyEntries).Length;
    }

    /// <summary>Counts the words that begin with a letter.</summary>
    public int CountWords(string text, char first) => text.Split(separator).Count(word => word.StartsWith(first));

    /// <summary>Joins words.</summary>
    public string Join(params string[] words) => string.Join(separator, words);

    /// <summary>Joins numbers that need no array.</summary>
    public string Join(params ReadOnlySpan<int> numbers)
    {
        var text = new StringBuilder();
        foreach (var number in numbers)
        {
            text.Append(number).Append(separator);
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>Reads a text later.</summary>
    public async Task<string> ReadAsync(string text, int delay = 1, CancellationToken cancellationToken = default)
    {
        Note(text);
        await Task.Delay(delay, cancellationToken).ConfigureAwait(false);
        return text;
    }

    /// <summary>Measures a text, at once if it is short.</summary>
    public async ValueTask<int> MeasureAsync(string? text)
    {
        // Nothing to wait for.
        if (text is null)
        {
            throw new ArgumentNullException(nameof(text));
        }

        if (text.Length > 3)
        {
            await Task.Yield();
        }

        return text.Length;
    }

    /// <summary>Waits without a result.</summary>
    public Task WaitAsync() => Task.CompletedTask;

    /// <summary>Streams the words of a text.</summary>
    public async IAsyncEnumerable<string> StreamAsync(string text, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var word in text.Split(separator))
        {
            await Task.Delay(1, cancellationToken);
            yield return word;
        }
    }

    /// <summary>Yields the words of a text one by one.</summary>
    public IEnumerable<string> Words(string text)
    {
        foreach (var word in text.Split(separator))
        {
            Note(word);
            yield return word;
        }
    }

    /// <summary>Picks the greater of two.</summary>
    public T Greater<T, TKey>(T left, T right, Func<T, TKey> key)
        where T : class?
        where TKey : notnull, IComparable<TKey>
        => key(left).CompareTo(key(right)) >= 0 ? left : right;

    /// <summary>Parses a number.</summary>
    public bool TryParse([NotNullWhen(true)] string? text, out int number)
    {
        number = 0;
        return text is not null && int.TryParse(text, out number);
    }

    /// <summary>Adds to a number in place.</summary>
    public void Add(ref int number, in int addend) => number += addend;

    /// <summary>Finds the greatest number, by reference.</summary>
    public ref int Greatest(int[] numbers)
    {
        ref var greatest = ref numbers[0];
        for (var i = 1; i < numbers.Length; i++)
        {
            if (numbers[i] > greatest)
            {
                greatest = ref numbers[i];
            }
        }

        return ref greatest;
    }

    /// <summary>Sums what a pointer points at.</summary>
    public static unsafe long Sum(int* numbers, int count)
    {
        long sum = 0;
        for (var i = 0; i < count; i++)
        {
            sum += numbers[i];
        }

        return sum;
    }

    /// <summary>Computes a factorial by calling itself.</summary>
    public static long Factorial(int n) => n <= 1 ? 1 : n * Factorial(n - 1);

    /// <inheritdoc/>
    public override string Describe(int depth)
    {
        return depth == 0 ? Last() : $"{nameof(Describe)} {Describe(depth - 1)}";

        string Last() => base.Describe(depth) + separator;
    }

    /// <summary>Says which build this is.</summary>
    public virtual string Build()
    {
        #region Builds
#if NEVER
        return Missing();
#else
#pragma warning disable CS0219 // Shows that a pragma survives.
        var unused = 1;
#pragma warning restore CS0219
        return "normal";
#endif
        #endregion
    }

    /// <summary>Hides a method of its base.</summary>
    public new int Length() => 2;

    /// <summary>Names the caller.</summary>
    public string Caller(
        string prefix,                        // before the name
        [CallerMemberName] string name = "",
        DateTimeOffset when = default)
    {
        return prefix + name + when.Year;
    }

    /// <summary>Pairs a text with its length.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The name is fitting.")]
    public (string Text, int Length)? Pair(string? text) => text is null ? null : (text, text.Length);

    private void Note([CallerMemberName] string what = "") => _log.Add(what);

    /// <summary>A component in a component.</summary>
    [LlmAspects.LlmComponent("upper_case")]
    public readonly record struct UpperCase(string Text)
    {
        /// <summary>Converts the text.</summary>
        public string Convert() => Text.ToUpperInvariant();
    }
}
