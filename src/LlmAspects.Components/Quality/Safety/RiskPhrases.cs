using System.Text.RegularExpressions;

namespace LlmAspects.Components.Quality.Safety;

/// <summary>Phrases that say what a sentence is for. None of them can backtrack over more than a few words.</summary>
internal static partial class RiskPhrases
{
    /// <summary>The speaker asks how to do it.</summary>
    [GeneratedRegex(@"\bhow (?:can|do|could|should|would|might) (?:I|we)\b|\bwhere (?:can|do|could) (?:I|we)\b|\b(?:what|which) (?:steps|can I|can we|should I|do I)\b|\b(?:best|good|easiest|quickest|fastest|safest|effective|perfect) (?:ways?|method|plan|strategy)\b|\bhow to\b|\b(?:tell|give|show) me\b|\b(?:should|can) I\b|\bI can\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex AsksHow();

    /// <summary>The speaker asks what a word means.</summary>
    [GeneratedRegex(@"\bdefinition of\b|\bdefine\b|\bmeaning of\b|\bwhat does it mean\b|^what (?:does|do|did)\b.{1,80}\bmean\b|^what(?:['\u2019]s| is| are)(?: an?| the)? [\w-]+(?: [\w-]+)?\?$|\bwhat kind of\b|\bexplain what\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex AsksMeaning();

    /// <summary>The speaker asks for, or tells, what happened.</summary>
    [GeneratedRegex(@"\bwhat happened\b|^(?:how|why|when|where|who|what)\b.{0,80}\b(?:did|was|were|had)\b|^(?:did|was|were)\b|\bhistory of\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex TellsPast();

    /// <summary>Nobody shall notice.</summary>
    [GeneratedRegex(@"\bsecretly\b|\bwithout (?:getting|being) (?:caught|noticed|seen|detected)\b|\b(?:get|getting) away with\b|\bundetected\b|\buntraceable\b|\b(?:do|doing) away with\b|\b(?:get|getting) rid of\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Conceals();

    /// <summary>The speaker would be harmed.</summary>
    [GeneratedRegex(@"\bmyself\b|\bmy own\b|\bsuicide\b|\bself[- ]harm\b|\bto die\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex AboutSelf();

    /// <summary>A question for reasons, or a request for an argument.</summary>
    [GeneratedRegex(@"^(?:why|can you|give)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex AsksWhy();

    /// <summary>What belongs to other people in general.</summary>
    [GeneratedRegex(@"\bother people\b|\bis my\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex OfOthers();

    /// <summary>The speaker refuses.</summary>
    [GeneratedRegex(@"^(?:sorry|I(?: am|['\u2019]m) (?:very |so |really )?(?:sorry|unable|not able)|I (?:can['\u2019]t|cannot|won['\u2019]t|will not|apologi[sz]e))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex Refuses();
}
