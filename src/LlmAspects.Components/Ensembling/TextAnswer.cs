using LlmAspects.Components.Quality;

namespace LlmAspects.Components.Ensembling;

/// <summary>What a free text says, by its words.</summary>
internal sealed class TextAnswer
{
    private readonly Statement _statement;
    private readonly HashSet<string> _stems;

    private TextAnswer(Statement statement, string text)
    {
        _statement = statement;
        _stems = new HashSet<string>(statement.Stems, StringComparer.Ordinal);
        Form = _stems.Count > 0 ? string.Join(' ', _stems.Order(StringComparer.Ordinal)) : text.Trim().ToUpperInvariant();
    }

    /// <summary>The distinct stems in order; for a text of stop words alone ("it is") the text itself.</summary>
    public string Form { get; }

    public static TextAnswer Read(string text) => new(Statement.Read(text), text);

    /// <summary>
    /// The Dice coefficient of the words (Dice, Measures of the amount of ecologic association between species, 1945), 0 to 1; 0 when the numbers differ, or one text negates what the other states.
    /// </summary>
    public double SimilarityTo(TextAnswer other)
    {
        if (_stems.Count == 0 || other._stems.Count == 0)
        {
            return Form == other.Form ? 1 : 0;
        }

        if (Contradicts(other))
        {
            return 0;
        }

        int common = _stems.Count(other._stems.Contains);
        return 2.0 * common / (_stems.Count + other._stems.Count);
    }

    // A text that leaves the number out does not contradict one that gives it.
    private bool Contradicts(TextAnswer other) =>
        (_statement.Numbers.Count > 0 && other._statement.Numbers.Count > 0 && !_statement.Numbers.SetEquals(other._statement.Numbers))
        || Negates(_statement, other._statement)
        || Negates(other._statement, _statement);

    private static bool Negates(Statement one, Statement other) =>
        one.Negated.Any(stem => other.Affirmed.Contains(stem) && !one.Affirmed.Contains(stem) && !other.Negated.Contains(stem));
}
