namespace LlmAspects.Components.Tokens;

/// <summary>A number of tokens: exact, or an interval where no tokenizer of the model is public.</summary>
public readonly record struct TokenCount
{
    private TokenCount(int lower, int estimate, int upper) => (Lower, Estimate, Upper) = (lower, estimate, upper);

    /// <summary>The least that it can be.</summary>
    public int Lower { get; }

    /// <summary>The best guess, from <see cref="Lower"/> to <see cref="Upper"/>.</summary>
    public int Estimate { get; }

    /// <summary>The most that it can be: what limits and budgets compare with.</summary>
    public int Upper { get; }

    /// <summary>Whether the number was counted by the model's own tokenizer.</summary>
    public bool IsExact => Lower == Upper;

    /// <summary>A counted number.</summary>
    /// <param name="tokens">The tokens, at least 0.</param>
    public static TokenCount Exact(int tokens)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tokens);
        return new TokenCount(tokens, tokens, tokens);
    }

    /// <summary>An interval.</summary>
    /// <param name="lower">The least, at least 0.</param>
    /// <param name="estimate">The best guess.</param>
    /// <param name="upper">The most.</param>
    /// <exception cref="ArgumentOutOfRangeException">Not 0 &lt;= lower &lt;= estimate &lt;= upper.</exception>
    public static TokenCount Between(int lower, int estimate, int upper)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(lower);
        ArgumentOutOfRangeException.ThrowIfLessThan(estimate, lower);
        ArgumentOutOfRangeException.ThrowIfLessThan(upper, estimate);
        return new TokenCount(lower, estimate, upper);
    }

    /// <summary>The sum, end by end.</summary>
    /// <param name="left">One count.</param>
    /// <param name="right">The other.</param>
    public static TokenCount operator +(TokenCount left, TokenCount right) => Add(left, right);

    /// <summary>The sum, end by end; <see cref="int.MaxValue"/> where it would be more.</summary>
    /// <param name="left">One count.</param>
    /// <param name="right">The other.</param>
    public static TokenCount Add(TokenCount left, TokenCount right) =>
        new(Sum(left.Lower, right.Lower), Sum(left.Estimate, right.Estimate), Sum(left.Upper, right.Upper));

    private static int Sum(int left, int right) => (int)Math.Min(int.MaxValue, (long)left + right);
}
