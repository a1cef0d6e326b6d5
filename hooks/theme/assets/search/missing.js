// A file that is not there says something of the record. One that did not come, because a line broke
// or a server was busy, says nothing: the search must not answer that there is no letter.

const isMissing = ({ status }) => [403, 404, 410].includes(status); // some stores answer 403 for 404

export const ifMissing = (value) => (error) => {
  if (isMissing(error)) return value;
  throw error;
};
