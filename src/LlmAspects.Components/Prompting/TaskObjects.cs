namespace LlmAspects.Components.Prompting;

/// <summary>What the signs of tasks are about.</summary>
internal static class TaskObjects
{
    public const string LanguageNames =
        "english|german|french|spanish|italian|portuguese|dutch|swedish|norwegian|danish|finnish|polish|czech|russian|ukrainian|greek|turkish|arabic|hebrew|hindi|bengali|urdu|"
        + "chinese|mandarin|cantonese|japanese|korean|vietnamese|thai|indonesian|latin|hungarian|romanian|bulgarian|swahili";

    private const string ProgramNames =
        "function|program|class|method|algorithm|regex|regular expression|query|website|web page|app|application|code|html|css|sql|unit test|unit tests|queue|stack|linked list|hash table|"
        + "api|rest|endpoint|parser|compiler|snippet|python|javascript|typescript|java|rust|golang|powershell|bash|bash script|python script|macro|dockerfile|data structure|interpreter";

    public static readonly TaskCueObjects Programs = new(ProgramNames);

    public static readonly TaskCueObjects ProgramParts = new(ProgramNames + "|loop|linq|error handling|exception handling|kotlin|async");

    public static readonly TaskCueObjects Texts = new(
        "story|poem|haiku|limerick|sonnet|song|lyrics|email|e-mail|letter|essay|post|blog|article|review|speech|joke|headline|headlines|paragraph|announcement|plan|film script|play|dialogue|"
        + "tweet|slogan|slogans|tagline|novel|outline|podcast|advertisement|ad|resume|character|monologue|screenplay|recipe|toast|invitation|proposal|newsletter|caption|scene|fairy tale|"
        + "names|ideas|message|description|biography|press release|cover letter|itinerary|legend|menu|fable|verse|brochure|blurb|eulogy|greeting|title|titles|motto|script for");

    /// <summary>The preposition belongs to it: "in" alone says nothing.</summary>
    public static readonly TaskCueObjects IntoLanguage = new(OfLanguages("in {0}|into {0}|to {0}|from {0}"));

    public static readonly TaskCueObjects Translation = new("translation|translations");

    public static readonly TaskCueObjects Summaries = new("summary|overview|abstract|synopsis|digest|tl dr|gist|recap");

    public static readonly TaskCueObjects Essentials = new(
        "main ideas|main points|main message|key points|key ideas|key takeaways|takeaways|essentials|essence|short version|shorter version|few lines|few sentences|bullet points|gist");

    public static readonly TaskCueObjects Documents = new("text|memo|article|document|report|email|letter|chapter|thread|paper|passage|page|speech|interview|book|meeting|minutes");

    public static readonly TaskCueObjects Labels = new(
        "category|categories|class|classes|label|labels|scale|positive|negative|spam|sentiment|toxicity|priority|genre|topics|or not|true|false|express|intent");

    public static readonly TaskCueObjects Into = new("into");

    public static readonly TaskCueObjects Addressee = new("you|your|yourself");

    public static readonly TaskCueObjects PastPerfect = new("had|hadn't|would have");

    public static readonly TaskCueObjects Totals = new("each|left|remain|altogether|in total");

    public static readonly TaskCueObjects Chained = new("and|but|who");

    /// <summary>Phrases with each language in the place of {0}.</summary>
    public static string OfLanguages(string patterns) =>
        string.Join('|', patterns.Split('|').SelectMany(static pattern => LanguageNames.Split('|').Select(name => pattern.Replace("{0}", name, StringComparison.Ordinal))));
}
