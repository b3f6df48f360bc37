using System.Text.RegularExpressions;

namespace LlmAspects.Components.Caching.Semantic;

/// <summary>The beginnings by which English questions say what they ask for: "how do I", "what is the best way to" and "what should I do to" all ask how something is done.</summary>
internal static partial class QuestionFrames
{
    private static readonly (Regex Pattern, QuestionKind Kind)[] Frames =
    [
        (BestWay(), QuestionKind.HowTo),
        (WhatToDo(), QuestionKind.HowTo),
        (HowDoI(), QuestionKind.HowTo),
        (Difference(), QuestionKind.Difference),
        (HowDifferent(), QuestionKind.Difference),
        (Reason(), QuestionKind.Why),
        (Why(), QuestionKind.Why),
        (Like(), QuestionKind.Like),
        (Meaning(), QuestionKind.WhatIs),
        (Means(), QuestionKind.WhatIs),
        (WhatIs(), QuestionKind.WhatIs),
        (What(), QuestionKind.What),
        (Who(), QuestionKind.Who),
        (Where(), QuestionKind.Where),
        (When(), QuestionKind.When),
        (HowMuch(), QuestionKind.HowMuch),
        (HowIs(), QuestionKind.HowIs),
        (Should(), QuestionKind.Should),
        (YesOrNo(), QuestionKind.YesOrNo),
        (Can(), QuestionKind.Can),
        (If(), QuestionKind.If),
    ];

    /// <summary>Takes the beginning off.</summary>
    /// <param name="question">Words in lower case, parted by single spaces.</param>
    /// <param name="rest">What is asked about.</param>
    public static QuestionKind Split(string question, out string rest)
    {
        question = Politeness().Replace(question, "");
        foreach ((Regex pattern, QuestionKind kind) in Frames)
        {
            if (pattern.Match(question) is { Success: true } match)
            {
                rest = string.Concat(match.Groups["about"].Value, " ", question.AsSpan(match.Length));
                return kind;
            }
        }

        rest = question;
        return QuestionKind.Other;
    }

    [GeneratedRegex("^(?:please )?(?:(?:can|could) (?:you|anyone|someone|anybody) (?:please )?(?:tell|explain|suggest|give)(?: to)?(?: me| us)? |i (?:want|need|would like) to know )", RegexOptions.CultureInvariant)]
    private static partial Regex Politeness();

    [GeneratedRegex("^(?:what|which) (?:is|are|was|would be|can be|could be) (?:(?:the|some|of|a|your|an|any) )*(?:(?:most )?(?:best|good|better|great|effective|proper|right|correct|easiest|easy|simplest|fastest|quickest|perfect|ideal|possible|different) )?(?:and \\w+ )?(?:ways?|methods?|steps?|tips?|procedure|process|trick|things to do) (?:to|for|of|on|i can|that i can|you can) ", RegexOptions.CultureInvariant)]
    private static partial Regex BestWay();

    [GeneratedRegex("^what (?:should|can|do|must|could|would|will) (?:i|we|you|one|someone|people) (?:have to |need to )?do (?:to|for|in order to|so that i can|if i want to) ", RegexOptions.CultureInvariant)]
    private static partial Regex WhatToDo();

    [GeneratedRegex("^how (?:(?:can|do|could|should|would|might|will|must|shall|does|did) (?:i|we|you|one|someone|somebody|a person|anyone|people|anybody)|to|i|you|can) (?:go about |get to |be able to |best |start to |actually |really |manage to )?", RegexOptions.CultureInvariant)]
    private static partial Regex HowDoI();

    [GeneratedRegex("^what (?:is|are|was|were) the (?:main |major |primary |exact )?differences? (?:between|in|among) ", RegexOptions.CultureInvariant)]
    private static partial Regex Difference();

    [GeneratedRegex("^how (?:is|are|does|do|was) (?<about>.*) differ(?:ent)? (?:from|than|to) ", RegexOptions.CultureInvariant)]
    private static partial Regex HowDifferent();

    [GeneratedRegex("^what (?:is|are|was|were) the (?:main |real |actual |exact |possible )?(?:reasons?|causes?) (?:why|behind|for|of|that) ", RegexOptions.CultureInvariant)]
    private static partial Regex Reason();

    [GeneratedRegex("^(?:why|how come) (?:(?:is|are|do|does|did|was|were|has|have|had|would|should|will|can|could) )?(?:it that |it so )?", RegexOptions.CultureInvariant)]
    private static partial Regex Why();

    [GeneratedRegex("^(?:what (?:does|do|did) it (?:feel like|take) to|what (?:is|was|would|does) it (?:like|be like|feel like) (?:to|for)|how (?:does|do|did|would) it feel (?:to|like)) ", RegexOptions.CultureInvariant)]
    private static partial Regex Like();

    [GeneratedRegex("^(?:what (?:is|are) (?:(?:the|a|some|your) )*(?:meaning|definition)s? of|how (?:would|do|can) you define) ", RegexOptions.CultureInvariant)]
    private static partial Regex Meaning();

    [GeneratedRegex("^what (?:does|do|did) (?<about>.*) (?:mean|stand for)$", RegexOptions.CultureInvariant)]
    private static partial Regex Means();

    [GeneratedRegex("^(?:what|which) (?:is|are|was|were|will be|would be|could be|can be|has been|have been) ", RegexOptions.CultureInvariant)]
    private static partial Regex WhatIs();

    [GeneratedRegex("^(?:what|which) (?:(?:would|should|will|could|can|does|do|did) )?", RegexOptions.CultureInvariant)]
    private static partial Regex What();

    [GeneratedRegex("^who(?:m|se)? (?:(?:is|are|was|were) )?", RegexOptions.CultureInvariant)]
    private static partial Regex Who();

    [GeneratedRegex("^where ", RegexOptions.CultureInvariant)]
    private static partial Regex Where();

    [GeneratedRegex("^when ", RegexOptions.CultureInvariant)]
    private static partial Regex When();

    [GeneratedRegex("^how (?<about>much|many|long|often|far|old|big|fast|tall|large|deep|high|good|bad|hard|difficult|easy|safe|accurate|effective|soon|likely|important|strong|powerful|common|close|well|rich|expensive|dangerous|true|useful) ", RegexOptions.CultureInvariant)]
    private static partial Regex HowMuch();

    [GeneratedRegex("^how (?:(?:is|are|was|were|does|do|did|will|would|has|have|can|could|should) )?", RegexOptions.CultureInvariant)]
    private static partial Regex HowIs();

    [GeneratedRegex("^(?:should|shall|must) ", RegexOptions.CultureInvariant)]
    private static partial Regex Should();

    [GeneratedRegex("^(?:is|are|was|were|am|does|do|did|has|have|had|will|would) ", RegexOptions.CultureInvariant)]
    private static partial Regex YesOrNo();

    [GeneratedRegex("^(?:can|could|may|might) ", RegexOptions.CultureInvariant)]
    private static partial Regex Can();

    [GeneratedRegex("^if ", RegexOptions.CultureInvariant)]
    private static partial Regex If();
}
