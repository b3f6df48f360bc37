using System.Collections.Frozen;

namespace LlmAspects.Components.Prompting;

/// <summary>The signs that speak for a task. Weights are set by hand: a request stated in so many words has about 3, a mere hint 1 or less.</summary>
internal static class TaskCues
{
    private const string MakingVerbs =
        "write|create|generate|compose|draft|craft|develop|implement|build|design|make|produce|structure|construct|give me|come up with|invent|prepare|propose|show me|give";

    private static readonly TaskCueObjects Programs = new(
        "function|program|class|method|algorithm|regex|regular expression|query|website|app|application|code|html|css|sql|unit test|unit tests|queue|stack|linked list|hash table|"
        + "api|endpoint|parser|compiler|snippet|python|javascript|typescript|java|rust|golang|powershell|bash|bash script|python script|macro|dockerfile|data structure|interpreter");

    private static readonly TaskCueObjects Texts = new(
        "story|poem|haiku|limerick|sonnet|song|lyrics|email|e-mail|letter|essay|post|blog|article|review|speech|joke|headline|headlines|paragraph|announcement|plan|script|dialogue|"
        + "tweet|slogan|slogans|tagline|novel|outline|podcast|advertisement|ad|resume|character|monologue|screenplay|recipe|toast|invitation|proposal|newsletter|caption|scene|fairy tale|"
        + "names|ideas|message|description|biography|press release|cover letter|itinerary");

    private const string LanguageNames =
        "english|german|french|spanish|italian|portuguese|dutch|swedish|norwegian|danish|finnish|polish|czech|russian|ukrainian|greek|turkish|arabic|hebrew|hindi|bengali|urdu|"
        + "chinese|mandarin|cantonese|japanese|korean|vietnamese|thai|indonesian|latin|hungarian|romanian|bulgarian|swahili";

    /// <summary>The preposition belongs to it: "in" alone says nothing.</summary>
    private static readonly TaskCueObjects IntoLanguage = new(
        LanguageNames.Split('|').SelectMany(name => new[] { $"in {name}", $"into {name}", $"to {name}" }));

    private static readonly TaskCueObjects Summaries = new("summary|overview|abstract|synopsis|digest|tl dr|gist|recap");

    private static readonly TaskCueObjects Labels = new("category|categories|class|classes|label|labels|scale|positive|negative|spam|sentiment");

    private static readonly TaskCueObjects Addressee = new("you|your|yourself");

    private static readonly TaskCueObjects PastPerfect = new("had|hadn't|would have");

    private static readonly FrozenDictionary<string, TaskCue[]> ByFirstWord = Build();

    private static readonly FrozenDictionary<string, TaskCue[]>.AlternateLookup<ReadOnlySpan<char>> Lookup = ByFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The signs that begin with a word.</summary>
    public static ReadOnlySpan<TaskCue> StartingWith(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out TaskCue[]? cues) ? cues : [];

    private static FrozenDictionary<string, TaskCue[]> Build()
    {
        List<TaskCue> cues = [.. Requests(), .. Creations(), .. Questions(), .. Hints()];
        return cues.GroupBy(cue => cue.Words[0], StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    private static IEnumerable<TaskCue> Requests() =>
    [
        .. Start(LlmTask.Summarization, 3, "summarize|summarise|sum up|condense|shorten|tl dr|tldr|recap|give me the gist|give me the key points|list the key points|list the main points"),
        .. Start(LlmTask.Summarization, 2.8, "give|give me|write|provide|create|i need|prepare|produce|make", Summaries),
        .. Start(LlmTask.Translation, 3.2, "translate"),
        .. Start(LlmTask.Translation, 3, "say|put|express|rewrite|render|how do you say|how do i say|how would you say|how to say", IntoLanguage),
        .. Start(LlmTask.Classification, 3, "classify|categorize|categorise|label|tag each|tag the"),
        .. Start(LlmTask.Classification, 2.8, "assign|rate|evaluate|analyze|analyse|decide|determine|given these|sort|is this|is the following|which of these", Labels),
        .. Start(LlmTask.Analysis, 2.6, "analyze|analyse|compare|contrast|evaluate|assess|extract|identify|find all|examine|critique"),
        .. Start(LlmTask.Code, 2.6, "implement|debug|refactor|fix this code|fix the code|fix this function|optimize this|optimise this|port this|complete the code|complete this function|unit test"),
        .. Start(LlmTask.Reasoning, 2.8, "solve|prove|calculate|compute|evaluate the integral|find the value|find the probability|simplify|derive|work out|determine the value"),
        .. Start(LlmTask.Reasoning, 3, "what if", PastPerfect),
    ];

    private static IEnumerable<TaskCue> Creations() =>
    [
        .. Start(LlmTask.Code, 3, MakingVerbs, Programs),
        .. Start(LlmTask.Generation, 3, MakingVerbs + "|edit|use|describe|rewrite|imagine|share|brainstorm|suggest", Texts),
        .. Start(LlmTask.Generation, 1.2, "write|compose|draft|craft|rewrite|paraphrase|rephrase|edit|proofread|brainstorm|invent|create"),
        .. Start(LlmTask.Generation, 3, "pretend|imagine you are|imagine yourself|picture yourself|act as|role play|roleplay|embody|take on the role|assume the role|play the role|speak like"),
        .. Start(LlmTask.Generation, 2.4, "if you were|tell me a joke|tell me a story|sing"),
        .. Start(LlmTask.Generation, 2.4, "you are a|you are an|suppose you are|as a|as an", Addressee),
    ];

    private static IEnumerable<TaskCue> Questions() =>
    [
        .. Start(LlmTask.QuestionAnswering, 1.8, "what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|can|could|should|would|will|has|have|may|in which|in what|at what|at which|to which|for which"),
        .. Start(LlmTask.QuestionAnswering, 1.8, "explain|describe|discuss|define|outline|elaborate|tell me|name|list|suggest|provide|show me how|clarify|teach me"),
        .. Start(LlmTask.Chat, 3, "hi|hello|hey|thanks|thank you|good morning|good evening|good afternoon|how are you|bye|goodbye|nice to meet"),
    ];

    private static IEnumerable<TaskCue> Hints() =>
    [
        .. Anywhere(LlmTask.Summarization, 1.6, "summarize|summarise|in a nutshell|in one sentence|summary of"),
        .. Anywhere(LlmTask.Translation, 1.6, "translate this|translate the|translate it|translation into|translator"),
        .. Anywhere(LlmTask.Translation, 1.4, "translate|translated", IntoLanguage),
        .. Anywhere(LlmTask.Classification, 1.2, "classify|categorize|categorise|sentiment"),
        .. Anywhere(LlmTask.Analysis, 1.2, "pros and cons|compare|strengths and weaknesses|analyze|analyse|extract|identify the"),
        .. Anywhere(LlmTask.Code, 1.4, "python function|a function that|code snippet|source code|stack trace|this code|the following code|implement a|pseudocode"),
        .. Anywhere(LlmTask.Reasoning, 2.2, "step by step|probability|inequality|remainder|square root|derivative|must be true|riddle|puzzle"),
        .. Anywhere(LlmTask.Reasoning, 1, "equation|integers|how much|how many|divided by|in total|altogether|area of|length of|triangle|integral|older than|younger than|taller than|father of|mother of"),
        .. Anywhere(LlmTask.QuestionAnswering, 0.8, "what|which|who|when|where|why|how"),
    ];

    private static IEnumerable<TaskCue> Start(LlmTask task, double weight, string phrases, TaskCueObjects? objects = null) =>
        Make(task, weight, CuePlace.SentenceStart, phrases, objects);

    private static IEnumerable<TaskCue> Anywhere(LlmTask task, double weight, string phrases, TaskCueObjects? objects = null) =>
        Make(task, weight, CuePlace.Anywhere, phrases, objects);

    private static IEnumerable<TaskCue> Make(LlmTask task, double weight, CuePlace place, string phrases, TaskCueObjects? objects) =>
        phrases.Split('|').Select(phrase => new TaskCue(task, weight, place, phrase.Split(' '), objects));
}
