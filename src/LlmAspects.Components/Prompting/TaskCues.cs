using System.Collections.Frozen;

namespace LlmAspects.Components.Prompting;

/// <summary>The signs that speak for a task. Weights are set by hand: a request stated in so many words has about 3, a mere hint 1 or less.</summary>
internal static class TaskCues
{
    private const string MakingVerbs =
        "write|create|generate|compose|draft|craft|develop|implement|build|design|make|produce|structure|construct|give me|come up with|invent|prepare|propose|show me|give";

    private static readonly FrozenDictionary<string, TaskCue[]> ByFirstWord = Build();

    private static readonly FrozenDictionary<string, TaskCue[]>.AlternateLookup<ReadOnlySpan<char>> Lookup = ByFirstWord.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The signs that begin with a word.</summary>
    public static ReadOnlySpan<TaskCue> StartingWith(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out TaskCue[]? cues) ? cues : [];

    /// <summary>Whether a question or request begins with a word.</summary>
    public static bool IsRequestAt(TaskWords words, int index)
    {
        foreach (TaskCue cue in StartingWith(words[index]))
        {
            if (cue.Place == CuePlace.SentenceStart && words.HasAt(index, cue.Words))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenDictionary<string, TaskCue[]> Build()
    {
        List<TaskCue> cues = [.. Requests(), .. Translations(), .. Creations(), .. Questions(), .. Hints()];
        return cues.GroupBy(cue => cue.Words[0], StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    private static IEnumerable<TaskCue> Requests() =>
    [
        .. Start(LlmTask.Summarization, 3, "summarize|summarise|sum up|condense|shorten|tl dr|tldr|recap|give me the gist|give me the key points|list the key points|list the main points"),
        .. Start(LlmTask.Summarization, 3.1, "give|give me|write|provide|create|i need|prepare|produce|make", TaskObjects.Summaries),
        .. Start(LlmTask.Summarization, 3.3, "boil|reduce|cut|trim|compress|wrap up|extract|pull out|list|give|give me|what are|what is|can|could|i need|i want", TaskObjects.Essentials),
        .. Start(LlmTask.Classification, 3, "classify|categorize|categorise|label|tag each|tag the|what is the sentiment|sentiment"),
        .. Start(LlmTask.Classification, 2.8, "assign|rate|evaluate|analyze|analyse|decide|determine|given these|sort|group|choose|pick|select|mark|predict|annotate|is this|is the following|which of these|does this", TaskObjects.Labels),
        .. Start(LlmTask.Classification, 2.7, "sort|group", TaskObjects.Into),
        .. Start(LlmTask.Classification, 3.6, "identify the language|detect the language|what language is|which language is|in which language|in what language"),
        .. Start(LlmTask.Analysis, 2.6, "analyze|analyse|compare|contrast|evaluate|assess|extract|identify|find all|find every|examine|critique|review|inspect|look at|go through|break down|pull out|pick out|point out"),
        .. Start(LlmTask.Reasoning, 2.8, "solve|prove|calculate|compute|evaluate the integral|find the value|find the probability|simplify|derive|work out|determine the value|if all|if some|if it takes|think step by step"),
        .. Start(LlmTask.Reasoning, 3, "what if", TaskObjects.PastPerfect),
        .. Start(LlmTask.Reasoning, 2.8, "how many|how much|how long", TaskObjects.Totals),
    ];

    private static IEnumerable<TaskCue> Translations() =>
    [
        .. Start(LlmTask.Translation, 3.2, "translate"),
        .. Start(LlmTask.Translation, 3, "how do you say|how do i say|how would you say|how would i say|how to say"),
        .. Start(LlmTask.Translation, 3, "say|put|express|rewrite|render|convert|turn|change|write the following|i need this|i need the|i want this", TaskObjects.IntoLanguage),
        .. Start(LlmTask.Translation, 3, TaskObjects.LanguageNames, TaskObjects.IntoLanguage),
        .. Start(LlmTask.Translation, 3, "give|give me|provide|i need|make|write|prepare", TaskObjects.Translation),
        .. Anywhere(LlmTask.Translation, 3, TaskObjects.OfLanguages("{0} word for|{0} translation|{0} equivalent of|mean in {0}|means in {0}|called in {0}")),
        .. Anywhere(LlmTask.Translation, 1.6, "translate this|translate the|translate it|translation into|translator"),
        .. Anywhere(LlmTask.Translation, 2.8, "translate|translated", TaskObjects.IntoLanguage),
    ];

    private static IEnumerable<TaskCue> Creations() =>
    [
        .. Start(LlmTask.Code, 3, MakingVerbs, TaskObjects.Programs),
        .. Start(LlmTask.Code, 3.2, "convert|port|rewrite|migrate|translate|add|change|extend", TaskObjects.ProgramParts),
        .. Start(LlmTask.Code, 2.6, "implement|debug|refactor|fix this code|fix the code|fix this function|fix the bug|fix the error|optimize this|optimise this|port this|complete the code|complete this function|unit test"),
        .. Start(LlmTask.Generation, 3, MakingVerbs + "|edit|use|describe|rewrite|imagine|share|brainstorm|suggest|make up|continue|finish", TaskObjects.Texts),
        .. Start(LlmTask.Generation, 2.6, "i need|i want|plan", TaskObjects.Texts),
        .. Start(LlmTask.Generation, 1.2, "write|compose|draft|craft|rewrite|paraphrase|rephrase|edit|proofread|brainstorm|invent|create|make up"),
        .. Start(LlmTask.Generation, 3, "pretend|imagine you are|imagine yourself|picture yourself|act as|role play|roleplay|embody|take on the role|assume the role|play the role|speak like"),
        .. Start(LlmTask.Generation, 2.4, "if you were|tell me a joke|tell me a story|sing"),
        .. Start(LlmTask.Generation, 2.4, "you are a|you are an|suppose you are|as a|as an", TaskObjects.Addressee),
    ];

    private static IEnumerable<TaskCue> Questions() =>
    [
        .. Start(LlmTask.QuestionAnswering, 1.8, "what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|can|could|should|would|will|has|have|may|in which|in what|at what|at which|to which|for which"),
        .. Start(LlmTask.QuestionAnswering, 1.8, "what's|who's|where's|how's|i wonder|i want to know|i would like to know|i'd like to know|do you know"),
        .. Start(LlmTask.QuestionAnswering, 1.8, "explain|describe|discuss|define|outline|elaborate|tell me|name|list|suggest|provide|show me how|clarify|teach me"),
        .. Start(LlmTask.Chat, 3, "hi|hello|hey|thanks|thank you|good morning|good evening|good afternoon|good night|how are you|bye|goodbye|nice to meet|see you|cheers|welcome back|you are welcome|you're welcome|what's up|take care"),
        .. Start(LlmTask.Chat, 3, "you are so kind|you are very kind|how is it going|how's it going|i'm fine|i am fine"),
    ];

    private static IEnumerable<TaskCue> Hints() =>
    [
        .. Anywhere(LlmTask.Summarization, 1.6, "summarize|summarise|in a nutshell|in one sentence|summary of"),
        .. Anywhere(LlmTask.Summarization, 2.8, "in a nutshell|in one sentence|in two sentences|in a few words|in a few lines|in bullet points|in three bullet points", TaskObjects.Documents),
        .. Anywhere(LlmTask.Classification, 1.2, "classify|categorize|categorise|sentiment"),
        .. Anywhere(LlmTask.Classification, 2.6, "positive or negative|negative or positive|spam or not|fact or opinion|true or false"),
        .. Anywhere(LlmTask.Analysis, 1.2, "compare|analyze|analyse|extract|identify the|judging by|table below|log below|data below"),
        .. Anywhere(LlmTask.Analysis, 2.7, "pros and cons|strengths and weaknesses|swot"),
        .. Anywhere(LlmTask.Code, 1.4, "python function|a function that|code snippet|source code|stack trace|this code|the following code|implement a|pseudocode"),
        .. Anywhere(LlmTask.Code, 2.6, "this code|the following code|my code|my program|the following function|this function|this regular expression|this regex|this query|stack overflow|in python|in javascript|in typescript|in java|in kotlin|in rust|in golang|in pandas|in sql|in bash"),
        .. Anywhere(LlmTask.Reasoning, 2.2, "step by step|inequality|remainder|square root|derivative|must be true|riddle|puzzle"),
        .. Anywhere(LlmTask.Reasoning, 2.8, "probability|prime number|next number"),
        .. Anywhere(LlmTask.Reasoning, 2.7, "older than|younger than|taller than|shorter than|heavier than", TaskObjects.Chained),
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
