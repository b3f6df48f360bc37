using System.Collections.Frozen;
using LlmAspects.Components.Text;

namespace LlmAspects.Components.Caching.Semantic;

/// <summary>English words as the comparison of questions takes them.</summary>
internal static class QuestionWords
{
    // What says nothing, in either of two questions. Directions, comparisons and order ("from", "than", "before", "without") are not among them.
    private static readonly FrozenSet<string> Empty = Set(
        "a an the her his its their some any of to in on at for by with as is are was were be been am do does did has have had he she they it them us this that these those there here "
        + "will would can could should shall may might and please so very really actually just ever also get one i me my mine we our ours you your yours");

    private static readonly FrozenSet<string> FirstPerson = Set("i me my mine we our ours us");

    private static readonly FrozenSet<string> SecondPerson = Set("you your yours");

    private static readonly FrozenSet<string> OtherWithCapital = Set(
        "polish turkey china mercury rust go swift apple amazon windows word excel access spring edge chrome slack notion signal discord oracle meta visa shell target gap march may august mars jordan");

    private static readonly FrozenSet<string> Past = Set("was were did had");

    // Each line: words that ask for the same, stemmed when the program starts.
    private static readonly FrozenDictionary<string, string> SameWords = Groups(
        "good best great nice better excellent ideal perfect",
        "way method technique approach",
        "buy purchase",
        "lose reduce",
        "increase improve enhance boost",
        "start begin",
        "earn make",
        "movie film",
        "app application",
        "phone mobile cellphone smartphone",
        "website site webpage",
        "job career",
        "fast quick rapid quickly",
        "usa us america american",
        "learn study",
        "big large huge",
        "example instance",
        "company firm",
        "photo picture image pic",
        "stop quit avoid prevent",
        "gain obtain acquire achieve",
        "fix solve repair resolve",
        "prepare preparation",
        "thing something stuff",
        "person people someone somebody",
        "favorite favourite",
        "delete remove",
        "advantage benefit",
        "disadvantage drawback",
        "difference distinction differ different",
        "important importance significance",
        "cost price",
        "place location");

    // Words whose exchange turns a question round, in pairs.
    private static readonly FrozenDictionary<string, string[]> Opposites = Pairs(
        "increase decrease", "increase reduce", "increase lower", "raise lower", "raise reduce", "gain lose", "win lose", "buy sell", "lend borrow", "import export", "upload download", "enable disable", "allow forbid", "allow block",
        "allow deny", "accept reject", "accept decline", "accept refuse", "start stop", "start end", "begin end", "open close", "lock unlock", "encrypt decrypt", "encode decode", "compress decompress", "install uninstall", "subscribe unsubscribe",
        "follow unfollow", "mute unmute", "hide show", "hide unhide", "add remove", "add delete", "create delete", "create destroy", "insert delete", "push pull", "push pop", "read write", "send receive", "give take", "give receive",
        "before after", "first last", "minimum maximum", "min max", "least most", "less more", "fewer more", "lower higher", "lower upper", "smaller larger", "shorter longer", "slower faster", "worst best", "worse better", "bad good",
        "safe dangerous", "safe unsafe", "legal illegal", "true false", "right wrong", "correct incorrect", "possible impossible", "healthy unhealthy", "cheap expensive", "easy hard", "easy difficult", "hot cold", "warm cold", "wet dry",
        "new old", "young old", "rich poor", "strong weak", "hard soft", "high low", "tall short", "long short", "fast slow", "full empty", "public private", "internal external", "inside outside", "input output", "inbound outbound",
        "up down", "in out", "on off", "left right", "top bottom", "front back", "north south", "east west", "men women", "man woman", "male female", "boy girl", "husband wife", "mother father", "brother sister", "son daughter",
        "employer employee", "teacher student", "tenant landlord", "buyer seller", "plus minus", "add subtract", "multiply divide", "positive negative", "profit loss", "credit debit", "asset liability", "advantage disadvantage", "pro con",
        "benefit drawback", "love hate", "like dislike", "always never", "all none", "everyone nobody", "early late", "day night", "today tomorrow", "today yesterday", "summer winter", "arrive depart", "enter leave", "enter exit", "join leave",
        "sync async", "synchronous asynchronous", "mutable immutable", "static dynamic", "client server", "wired wireless", "online offline", "single married", "vertical horizontal", "ascending descending", "include exclude", "with without",
        "freeze thaw", "fill empty", "attach detach", "connect disconnect", "pass fail", "succeed fail", "hire fire", "hired fired", "attack defend", "remember forget", "agree disagree", "trust distrust", "visible invisible", "odd even",
        "import export", "serialize deserialize", "gain loss", "birth death", "live die", "sunrise sunset", "wake sleep", "construct demolish", "heat cool", "tighten loosen", "expand shrink", "expand collapse", "inflate deflate");

    public static bool IsEmpty(string word) => Empty.Contains(word);

    /// <summary>1 for the speaker, 2 for who is spoken to, 0 for others.</summary>
    public static int PersonOf(string word) => FirstPerson.Contains(word) ? 1 : SecondPerson.Contains(word) ? 2 : 0;

    /// <summary>Whether the word means something else when it is written with a capital.</summary>
    public static bool IsOtherWithCapital(string word) => OtherWithCapital.Contains(word);

    public static bool IsPast(string word) => Past.Contains(word);

    /// <summary>The stem of a word in lower case; numbers and other scripts stay as they are.</summary>
    public static string Stem(string word)
    {
        Span<char> buffer = word.Length <= 128 ? stackalloc char[128] : new char[word.Length];
        word.CopyTo(buffer);
        return word.AsSpan().ContainsAnyExceptInRange('a', 'z') ? word : buffer[..EnglishStemmer.Stem(buffer[..word.Length])].ToString();
    }

    /// <summary>The word that stands for all that ask for the same.</summary>
    public static string Unify(string stem) => SameWords.GetValueOrDefault(stem, stem);

    /// <summary>Whether one stem turns the other round.</summary>
    public static bool AreOpposites(string left, string right) => Opposites.TryGetValue(left, out string[]? others) && others.Contains(right);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Groups(params string[] groups) => groups
        .Select(static group => group.Split(' ').Select(Stem).ToArray())
        .SelectMany(static stems => stems.Distinct(StringComparer.Ordinal).Select(stem => (stem, First: stems[0])))
        .DistinctBy(static pair => pair.stem)
        .ToFrozenDictionary(static pair => pair.stem, static pair => pair.First, StringComparer.Ordinal);

    private static FrozenDictionary<string, string[]> Pairs(params string[] pairs) => pairs
        .Select(static pair => pair.Split(' ').Select(Stem).ToArray())
        .SelectMany(static pair => new[] { (Left: pair[0], Right: pair[1]), (Left: pair[1], Right: pair[0]) })
        .GroupBy(static pair => pair.Left, static pair => pair.Right, StringComparer.Ordinal)
        .ToFrozenDictionary(static group => group.Key, static group => group.Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
}
