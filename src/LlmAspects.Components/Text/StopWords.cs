using System.Collections.Frozen;

namespace LlmAspects.Components.Text;

/// <summary>English function words: they say nothing of what a text is about.</summary>
internal static class StopWords
{
    private const string Words =
        "a about above after again against all also am an and any are as at be because been before being below between both but by "
        + "can could did do does doing done down during each either else etc few for from further had has have having he her here hers herself him himself his how "
        + "i if in into is it its itself just may me might more most much must my myself no nor not of off on once only or other our ours ourselves out over own "
        + "please same shall she should so some such than that the their theirs them themselves then there these they this those though through thus to too "
        + "under until up upon us very was we were what whatever when where whether which while who whom whose why will with within without would "
        + "yes you your yours yourself yourselves tell isnt doesnt dont didnt wasnt arent cant cannot wont";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Words.Split(' ').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the word is one.</summary>
    /// <param name="word">In lower case, without apostrophes.</param>
    public static bool Contains(ReadOnlySpan<char> word) => Lookup.Contains(word);
}
