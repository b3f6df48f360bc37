namespace LlmAspects.Components.Pricing;

/// <summary>A price table cannot be used: it is not valid JSON, has a version that is not known, or says something that cannot be.</summary>
public sealed class PriceTableException : LlmTokenCountException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, with the model and the field.</param>
    /// <param name="line">The line, from 1 on; <see langword="null"/> when none is to blame.</param>
    /// <param name="innerException">The cause; <see langword="null"/> when there is none.</param>
    public PriceTableException(string message, int? line = null, Exception? innerException = null)
        : base("price_table_invalid", line is null ? $"The price table is not valid: {message}" : $"The price table is not valid in line {line}: {message}", innerException) => Line = line;

    /// <summary>The line of the error, from 1 on; <see langword="null"/> when none is to blame.</summary>
    public int? Line { get; }
}
