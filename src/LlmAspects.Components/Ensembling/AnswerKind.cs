namespace LlmAspects.Components.Ensembling;

/// <summary>What kind of answer a question has, which says when two answers are the same.</summary>
public enum AnswerKind
{
    /// <summary>The kind that most of the answers have. The default.</summary>
    Automatic,

    /// <summary>A number: currency marks, percent signs, thousands separators and trailing zeros do not count.</summary>
    Number,

    /// <summary>A letter from A to J that names one of the given choices.</summary>
    Choice,

    /// <summary>JSON: white space, the order of properties and the spelling of numbers do not count.</summary>
    Json,

    /// <summary>Free text: the same when enough words are the same, and no number and no negation contradicts.</summary>
    Text,
}
