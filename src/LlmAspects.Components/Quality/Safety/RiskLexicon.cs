using System.Collections.Frozen;
using LlmAspects.Components.Text;

namespace LlmAspects.Components.Quality.Safety;

/// <summary>General English words that say something about risk, by stem.</summary>
internal static class RiskLexicon
{
    private const int MaxWordLength = 32;

    private static readonly (RiskWord Kind, string Words)[] Lists =
    [
        (RiskWord.Harm,
            "kill murder assassinate execute slaughter massacre shoot stab strangle choke suffocate poison drown burn torture maim mutilate behead decapitate beat punch kick slap hit attack assault "
            + "rape molest abuse kidnap abduct bomb blow explode detonate destroy demolish wreck smash crush break shatter slash cut chop hang hunt eliminate exterminate eradicate annihilate "
            + "terminate slay butcher harm hurt injure wound rob steal burgle extort blackmail threaten stalk harass bully trap lynch enslave traffic sabotage vandalize hack crack disable bypass "
            + "invade drug intoxicate groom silence electrocute gas euthanize throttle smother asphyxiate impale disembowel dismember mug loot ransack detain imprison starve swat dox "
            + "overdose bludgeon batter assail ambush plunder"),
        (RiskWord.Person,
            "someone somebody person people human humanity man woman men women child children kid baby boy girl wife husband spouse partner boyfriend girlfriend ex mother father mom dad mum parent "
            + "grandparent grandmother grandfather son daughter brother sister sibling friend neighbor neighbour boss coworker colleague employee teacher student classmate doctor therapist nurse cop "
            + "officer policeman police politician president senator minister immigrant refugee civilian stranger victim roommate landlord tenant anyone everybody everyone family crowd customer "
            + "enemy celebrity him them cousin uncle aunt guy lady teenager infant toddler widow ceo mayor judge journalist activist protester soldier prisoner driver passenger pedestrian guest"),
        (RiskWord.Body, "skull spine artery vein throat neck wrist kidney liver body corpse blood face eye limb"),
        (RiskWord.Place, "school church mosque synagogue temple hospital stadium concert airport mall bank vault house home train bus crowd embassy parliament office university"),
        (RiskWord.Deed, "commit plan perpetrate attempt engage carry stage organize organise"),
        (RiskWord.Crime,
            "murder homicide manslaughter suicide robbery burglary theft fraud arson rape assault kidnapping terrorism terror massacre genocide treason extortion blackmail bribery forgery crime "
            + "assassination shooting stabbing bombing explosion trafficking embezzlement perjury vandalism smuggling attack death hijacking cannibalism espionage piracy sabotage scam lynching abduction torture"),
        (RiskWord.Acquire, "buy get make cook synthesise synthesize produce grow build obtain find order smuggle sell manufacture assemble print purchase acquire"),
        (RiskWord.Contraband,
            "cocaine heroin meth methamphetamine lsd ecstasy mdma fentanyl weed cannabis marijuana opium steroid drug pill explosive bomb grenade gun firearm weapon rifle pistol silencer ammunition "
            + "poison toxin ricin sarin anthrax malware ransomware virus counterfeit narcotic oxycodone ketamine hallucinogen amphetamine crystal napalm molotov dynamite thermite landmine detonator spyware keylogger botnet"),
        (RiskWord.Group,
            "women woman men latino latina hispanic jew jewish muslim christian hindu buddhist sikh catholic mormon gay lesbian bisexual transgender homosexual asexual "
            + "immigrant refugee foreigner divorced autistic atheist arab chinese mexican nigerian pakistani turkish romani kurdish aboriginal"),
        (RiskWord.GroupAdjective,
            "black asian white african indian indigenous native roma trans queer disabled deaf blind elderly old young homeless poor rich pregnant minority obese fat unemployed single religious"),
        (RiskWord.Norm,
            "should ought must best better deserve allow permit deny bar ban forbid exclude admit expel kick deport remove inferior weak lazy dumb worse discriminate right take"),
        (RiskWord.Ability, "can cannot cant able could couldnt"),
        (RiskWord.Private,
            "address password pin passport login ssn record detail number license permit transcript prescription medication licence history orientation affiliation religion religious belief salary income diagnosis medical credit bank account "
            + "email phone location whereabouts membership member message browsing criminal marital status birth"),
        (RiskWord.Relation,
            "my his her their our neighbor neighbour teacher boss partner ex boyfriend girlfriend wife husband therapist doctor employee coworker colleague roommate classmate customer client landlord "
            + "tenant friend patient stranger somebody someone people celebrity"),
        (RiskWord.Atrocity,
            "holocaust genocide massacre slavery slave cleansing apartheid nazi hitler stalin terrorist isis taliban lynching pogrom gulag purge coup hijacking internment deportation fascist fascism colonization inquisition concentration camp attack assassination dictator dictatorship regime war rule colonialism"),
        (RiskWord.Praise,
            "benefit success successful good right justified justify replicate repeat recreate copy imitate admire glorious great praise best positive celebrate glorify emulate honor honour defend overstate exaggerate deny fake like"),
        (RiskWord.Setting,
            "game gaming movie film novel book story play scene character script chess checkers poker football baseball basketball tennis sport match hockey golf race fiction fictional fantasy theater theatre actor series episode comic anime cosplay concert "
            + "costume recipe cook cooked cooking bake kitchen garden dish painting software program python linux server command sql process thread task container query database code function test compiler"),
    ];

    private static readonly FrozenDictionary<string, RiskWord>.AlternateLookup<ReadOnlySpan<char>> Kinds = Build().GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a word can say.</summary>
    /// <param name="word">The word as it stands in the text.</param>
    public static RiskWord Classify(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[MaxWordLength];
        ReadOnlySpan<char> stem = Stem(word, buffer);
        Kinds.TryGetValue(stem, out RiskWord kind);
        return word.ContainsAny('\'', '\u2019') ? kind | RiskWord.Genitive : kind;
    }

    private static FrozenDictionary<string, RiskWord> Build()
    {
        var kinds = new Dictionary<string, RiskWord>(StringComparer.Ordinal);
        Span<char> buffer = stackalloc char[MaxWordLength];
        foreach ((RiskWord kind, string words) in Lists)
        {
            foreach (string word in words.Split(' '))
            {
                string stem = Stem(word, buffer).ToString();
                kinds[stem] = kinds.GetValueOrDefault(stem) | kind;
            }
        }

        return kinds.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Lower case, without genitive and apostrophes, stemmed. Empty: no English word.</summary>
    private static ReadOnlySpan<char> Stem(ReadOnlySpan<char> word, Span<char> buffer)
    {
        if (word is [_, .., '\'' or '\u2019', 's' or 'S'])
        {
            word = word[..^2];
        }

        int length = 0;
        foreach (char c in word)
        {
            char folded = char.ToLowerInvariant(c);
            if (c is '\'' or '\u2019')
            {
                continue;
            }

            if (!char.IsAsciiLetterLower(folded) || length == buffer.Length)
            {
                return [];
            }

            buffer[length++] = folded;
        }

        return buffer[..EnglishStemmer.Stem(buffer[..length])];
    }
}
